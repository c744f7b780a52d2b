import type { Intake } from 'coact';
import { listOf } from '../people/read-person-form.ts';
import { formText } from '../state/form-text.ts';

const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** What new work begins with, as the form asks it; what the form does not ask stays as it is. */
export type FirstContract = {
  priority?: number;
  risk?: 'low' | 'medium' | 'high' | 'critical';
  criteria?: { text: string }[];
};
export const firstContractOf = ({ contract }: Intake) => contract as FirstContract;

/** What was typed about an intake. */
export function readIntakeForm(form: FormData, intake: Intake) {
  const text = (name: string) => formText(form, name).trim();
  const before = firstContractOf(intake);
  const { priority: _, ...rest } = before;
  const texts = linesOf(text('criteria'));
  // A criterion that stays keeps how it is checked.
  const criteria = texts.map((one) => before.criteria?.find((known) => known.text === one) ?? { text: one });
  return {
    id: intake.team,
    description: text('description'),
    tags: listOf(text('tags')),
    examples: linesOf(text('examples')),
    takes: form.get('takes') !== null,
    listed: form.get('listed') !== null,
    commits: form.get('commits') !== null,
    contract: {
      ...rest,
      ...(text('priority') !== '' && { priority: Number(text('priority')) }),
      risk: text('risk') as NonNullable<FirstContract['risk']>,
      criteria,
    },
  };
}
