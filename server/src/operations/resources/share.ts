import { z } from 'zod';
import { mays } from '../../domain/share.ts';
import type { Share } from '../../store/shares.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from './basics.ts';

export const may = z
  .enum(mays)
  .describe('view: see it and what belongs to it; comment: also say something; work: also claim it, ask, and deliver.');

export const shareResource = z
  .object({ item: id, with: id, may, by: id, at: instant })
  .meta({ id: 'Share', description: 'A guest with whom an item is shared, and how far.' });

export const showShare = ({ item, participant, may: how, by, at }: Share): z.input<typeof shareResource> => ({
  item,
  with: participant,
  may: how,
  by,
  at: iso(at),
});

export const exampleShare = {
  item: ids.item,
  with: '0197a000-0000-7000-8000-00000000000e',
  may: 'comment' as const,
  by: ids.ana,
  at: ids.at,
};
