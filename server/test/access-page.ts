import { mayUse, scopeSets } from '../src/domain/scopes.ts';
import { basePolicy } from '../src/domain/authority.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Column, columns } from './access-world.ts';

export type Access = 'allowed' | 'hidden' | 'forbidden' | 'unauthenticated' | 'out of scope';
export type Row = { operation: Operation; cells: Record<Column, Access> };

const signs: Record<Access, string> = {
  allowed: 'yes',
  hidden: '404',
  forbidden: '403',
  unauthenticated: '401',
  'out of scope': '403 scope',
};

const intro = `# Who may do what

Made by \`server/test/access-matrix.test.ts\`, which calls every operation as everybody below on a real database, compares what
happened with the rules in \`server/src/domain/authority.ts\`, and fails when this page says anything else.

The work in question is one active item of the team Operations: Olga owns it, an agent of Sam's executes it, Lee leads the team.

- **yes**: let in. Another reason may still refuse it, such as the state that the work is in.
- **404**: it is not there for them; nothing tells them that it exists.
- **403**: they see it, and may not do this. **403 scope**: their token is not made for it.
- **401**: they have to sign in or send a token.

Lists answer everybody who may call them with what they see: a guest with what was shared with them, a token that is kept to a team
with that team's work, and the admin of another workspace with that workspace's.
`;

/** The whole page. */
export function renderAccess(rows: readonly Row[]): string {
  const sorted = rows.toSorted((a, b) => a.operation.name.localeCompare(b.operation.name, 'en'));
  const head = `| operation | ${columns.join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`;
  const lines = sorted.map(
    ({ operation, cells }) => `| \`${operation.name}\` | ${columns.map((one) => signs[cells[one]]).join(' | ')} |`,
  );
  return `${[intro, head, ...lines].join('\n')}\n\n${rules(sorted)}\n\n${scopes(sorted)}\n`;
}

/** The table of the domain, as the operations use it. */
const rules = (rows: readonly Row[]) =>
  [
    '## By which rule\n',
    '| operation | judged as | allowed to |\n|---|---|---|',
    ...rows.map(
      ({ operation: { name, needs, open } }) =>
        `| \`${name}\` | ${needs.action} | ${open ? 'everybody, signed in or not' : basePolicy[needs.action].join(', ')} |`,
    ),
  ].join('\n');

/** What each set of a token's scopes reaches. */
const scopes = (rows: readonly Row[]) =>
  [
    "## What a token's scopes reach\n",
    'A token without scopes does all that its participant may. Scopes are these sets, areas (`item.*`) and single operations.\n',
    `| operation | ${scopeSets.join(' | ')} |\n|---|${scopeSets.map(() => '---|').join('')}`,
    ...rows
      .filter(({ operation }) => !operation.open)
      .map(
        ({ operation }) =>
          `| \`${operation.name}\` | ${scopeSets.map((set) => (mayUse([set], operation) ? 'yes' : '')).join(' | ')} |`,
      ),
  ].join('\n');
