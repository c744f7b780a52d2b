import type { z } from 'zod';
import type { StoredPush } from '../../store/a2a-pushes.ts';
import type { pushResource } from '../resources/a2a.ts';
import { iso } from '../resources/basics.ts';

export const showPush = ({ item, id, url, scheme, createdAt }: StoredPush): z.input<typeof pushResource> => ({
  task: item,
  id,
  url,
  scheme: scheme || null,
  createdAt: iso(createdAt),
});
