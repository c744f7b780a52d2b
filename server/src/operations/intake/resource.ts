import { z } from 'zod';
import { contractPatch } from '../../domain/contract.ts';
import type { TeamIntake } from '../../store/intakes.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';

export const intakeResource = z
  .object({
    team: id,
    key: z.string(),
    name: z.string(),
    description: z.string().nullable().describe('What the team takes in; null where it has not said.'),
    tags: z.array(z.string()),
    examples: z.array(z.string()),
    takes: z.boolean().describe('Whether agents elsewhere may send it work.'),
    listed: z.boolean().describe('Whether it stands in the public agent card.'),
    commits: z.boolean().describe('Whether work that its contract makes ready is committed at once, without triage.'),
    contract: z.looseObject({}).describe('What new work begins with; a message adds its title and outcome.'),
  })
  .meta({ id: 'Intake', description: 'What a team takes in from outside, and on what terms.' });

export const showIntake = ({ team, key, name, intake }: TeamIntake): z.input<typeof intakeResource> => ({
  team,
  key,
  name,
  description: intake?.description ?? null,
  tags: intake?.tags ?? [],
  examples: intake?.examples ?? [],
  takes: intake?.takes ?? true,
  listed: intake?.listed ?? false,
  commits: intake?.commits ?? false,
  contract: intake?.contract ?? {},
});

/** The fields of a contract that an intake may begin it with. */
export const firstContract = contractPatch.omit({ title: true, serves: true, start: true, due: true });

export const exampleIntake = {
  team: ids.team,
  key: 'OPS',
  name: 'Operations',
  description: 'Certificates, domains and what runs on them.',
  tags: ['operations'],
  examples: ['Renew the certificate of example.com'],
  takes: true,
  listed: true,
  commits: false,
  contract: { priority: 2, risk: 'medium' },
};
