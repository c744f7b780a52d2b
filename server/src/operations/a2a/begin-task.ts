import type { ToldWork } from '../../domain/a2a/contract-of-message.ts';
import type { Message } from '../../domain/a2a/message.ts';
import { commit, create, needsTriage } from '../../domain/clarify.ts';
import { type Contract, draft, readiness } from '../../domain/contract.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { insertTask, keepMessage } from '../../store/a2a-tasks.ts';
import { findIntake } from '../../store/intakes.ts';
import type { Team } from '../../store/teams.ts';
import type { CommandContext } from '../context.ts';
import { keepArtifacts } from '../evidence-changes.ts';
import { requireOwner, requireTeamWithNumber } from '../references.ts';
import { iso } from '../resources/basics.ts';
import { type Filed, fileParts } from './file-parts.ts';

export type Beginning = {
  as: 'begin';
  team: Team & { number: number };
  contract: Contract;
  commits: boolean;
  filed: Filed;
};

type Told = { told: ToldWork; sent: Message; team: string | undefined };

/** Where a new message goes, and the contract that it begins: what the intake begins with, then what the message says. */
export async function loadBeginning(
  { connection, actor }: CommandContext,
  { told, sent, team: named }: Told,
): Promise<Beginning | Refusal> {
  const filed = fileParts(sent);
  if (isRefusal(filed)) return filed;
  const team = await requireTeamWithNumber(connection, named, actor.teams);
  if (isRefusal(team)) return team;
  const intake = await findIntake(connection, team.id);
  if (intake?.takes === false) {
    const errors = [{ field: 'team', problem: `takes no work from elsewhere: ${team.key} has switched that off` }];
    return refuse('invalid_input', { errors });
  }
  const owner = await requireOwner(
    connection,
    intake?.contract.owner ?? actor.sponsor ?? team.lead ?? undefined,
    actor,
    null,
  );
  if (isRefusal(owner)) return owner;
  const { contract: first = {}, commits = false } = intake ?? {};
  const files = filed.artifacts.map(({ name, sha256 }) => `Attached: ${name}, artifact ${sha256}.`);
  const context = [first.context, told.context, ...files].filter(Boolean).join('\n\n');
  const contract = draft({ ...first, ...told, links: [...(first.links ?? []), ...told.links], context, owner });
  return { as: 'begin', team, contract, commits: commits && readiness(contract).missing.length === 0, filed };
}

/** Writes the work down: as a draft to be triaged or, where the intake says so and the contract is clear, committed at once. */
export function beginTask(context: CommandContext, { team, contract, commits, filed }: Beginning, sent: Message) {
  const { actor, acceptor, changes, connection, ids, now } = context;
  const item = ids.next();
  const created = create({
    id: item,
    key: `${team.key}-${team.number}`,
    team: team.id,
    parent: null,
    contract,
    assignee: null,
    createdBy: actor.id,
    // A person who has accepted it has said that it is work.
    intake: !commits && (acceptor === undefined || needsTriage(acceptor)),
  });
  const before = { state: 'draft' as const, contract };
  const committed = commits ? commit(before as Parameters<typeof commit>[0]) : [];
  changes.item(null, [...created, ...(isRefusal(committed) ? [] : committed)]);
  keepArtifacts(context, filed.artifacts);
  const at = iso(now);
  const task = { item, participant: actor.id, context: sent.contextId || ids.next(), takenBack: false };
  changes.also(insertTask(connection, task, at));
  changes.also(keepMessage(connection, item, { participant: actor.id, body: filed.message, at: now }, at));
  return { task: item, context: task.context, did: 'began' as const };
}
