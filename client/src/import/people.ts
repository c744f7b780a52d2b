import type { ImportPerson } from './backlog-format.ts';
import type { Report } from './import-error.ts';
import { limits } from './limits.ts';
import { personKind } from './person-kind.ts';

export type People = {
  /** Notes somebody whom the backlog names and gives the name by which the batch calls them. */
  name(written: string, report: Report): string;
  list(): ImportPerson[];
};

const address = /^[^\s@<>]+@[^\s@<>]+$/;

/**
 * Everybody a backlog names, once. The same name in other letter case (`@Codex`, `@codex`) is the same person, called as
 * first met; the same name with another e-mail address is somebody else, called by name and address.
 */
export function createPeople(): People {
  const known = new Map<string, ImportPerson>();

  const note = (name: string, email: string | undefined): ImportPerson => {
    const person = known.get(name.toLowerCase());
    if (!person) {
      const added: ImportPerson = { name, kind: kindOf(name, email), ...(email && { email }) };
      known.set(name.toLowerCase(), added);
      return added;
    }
    if (email && person.email && person.email.toLowerCase() !== email.toLowerCase())
      return note(`${name} <${email}>`, email);
    if (email) person.email ??= email;
    return person;
  };

  return {
    name(written, report) {
      const { name, email } = readName(written);
      if (name.length > limits.nameLength)
        report(`The name "${name.slice(0, 40)}…" has more than ${limits.nameLength} characters: shorten it.`);
      return note(name, email).name;
    },
    list: () => [...known.values()],
  };
}

/** "Claude Code <noreply@…>" is an agent with an address. */
const kindOf = (name: string, email = name) => (personKind(name) === 'agent' ? 'agent' : personKind(email));

/** The name without the `@` of a mention. It tells whether a name that the batch uses is spelled as it was written. */
export const bareName = (written: string) => written.trim().replace(/^@(?=.)/, '');

function readName(written: string): { name: string; email?: string } {
  const bare = bareName(written);
  const bracket = bare.endsWith('>') ? bare.lastIndexOf('<') : -1;
  const [name, email] = [bare.slice(0, Math.max(bracket, 0)).trim(), bare.slice(bracket + 1, -1)];
  if (name !== '' && address.test(email)) return { name, email };
  return address.test(bare) ? { name: bare, email: bare } : { name: bare };
}
