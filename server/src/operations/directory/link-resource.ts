import { z } from 'zod';
import { linkKinds } from '../../store/directory.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';

export const kind = z.enum(linkKinds);
export const externalId = z.string().min(1).max(254).describe('The id that the directory itself gives them.');
export const userName = z.string().min(1).max(254).describe('The name by which the directory knows a person.');

export const linkResource = z
  .object({ kind, id, externalId: externalId.nullable(), userName: userName.nullable() })
  .meta({ id: 'DirectoryLink', description: 'What an outer directory calls a participant or a team.' });

export const exampleLink = {
  kind: 'participant' as const,
  id: ids.ana,
  externalId: '701984',
  userName: 'ana@example.com',
};
