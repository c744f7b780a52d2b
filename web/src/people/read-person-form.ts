import type { Participant } from 'coact';
import { formText } from '../state/form-text.ts';

/** "tls, dns , " is two skills; none is said twice. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** What was typed about somebody. What the form does not ask is left out, so that it stays as it is. */
export function readPersonForm(form: FormData, kind: Participant['kind']) {
  const [limit, sponsor] = [formText(form, 'wipLimit').trim(), formText(form, 'sponsor')];
  const role = roleOf(formText(form, 'role'));
  return {
    name: formText(form, 'name').trim(),
    skills: listOf(formText(form, 'skills')),
    teams: form.getAll('teams').filter((one) => typeof one === 'string'),
    wipLimit: limit === '' ? null : Number(limit),
    ...(kind !== 'human' && sponsor && { sponsor }),
    ...(role && { role }),
  };
}

const roleOf = (text: string): Participant['role'] | null =>
  text === 'admin' || text === 'member' || text === 'guest' ? text : null;
