import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { type DirectoryLink, listLinks, saveLink } from '../../store/directory.ts';
import { lockPeople } from '../../store/people.ts';
import { command } from '../define.ts';
import { requireSubject } from '../participant/subject.ts';
import { requirePathTeam } from '../team/references.ts';
import { exampleLink, externalId, kind, linkResource, userName } from './link-resource.ts';

export default command({
  name: 'directory.link',
  summary: 'Note what an outer directory of people calls a participant or a team.',
  http: 'PUT /v1/directory/links/{kind}/{id}',
  locks: true,
  input: z.object({
    kind,
    id: z.string().max(100),
    externalId: externalId.nullish().describe('Null: none; it stays as it is unless stated.'),
    userName: userName.nullish().describe('Null: none; it stays as it is unless stated.'),
  }),
  output: linkResource,
  needs: { action: 'directory.link' },
  refuses: ['not_found', 'already_exists'],
  example: { input: exampleLink, output: exampleLink },

  async load({ connection, actor }, said) {
    await lockPeople(connection);
    const found =
      said.kind === 'team'
        ? await requirePathTeam(connection, said.id)
        : await requireSubject(connection, said.id, actor);
    if (isRefusal(found)) return found;
    const [before] = await listLinks(connection, { kind: said.kind, ids: [found.id] });
    const same = said.userName
      ? await listLinks(connection, { kind: said.kind, userName: said.userName })
      : ([] as DirectoryLink[]);
    return same.some(({ id }) => id !== found.id)
      ? refuse('already_exists', { field: 'userName' })
      : { id: found.id, before: before ?? null };
  },

  decide({ changes, connection }, { id, before }, { kind: of, externalId: outer, userName: named }) {
    const link: DirectoryLink = {
      kind: of,
      id,
      externalId: outer === undefined ? (before?.externalId ?? null) : outer,
      userName: named === undefined ? (before?.userName ?? null) : named,
    };
    const unchanged = before?.externalId === link.externalId && before.userName === link.userName;
    if (unchanged) return link;
    // Names of people stay out of the ledger where an id says as much.
    const data = { kind: of, id, externalId: link.externalId };
    changes.fact({ type: 'directory.linked', data }, { subject: id }, saveLink(connection, link));
    return link;
  },
});
