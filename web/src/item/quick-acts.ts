import type { Item } from 'coact';
import { actOn } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';

/** Says that the work is clear enough to be handed out; whoever regrets it takes it back. */
export const commit = ({ id, key }: Item): void =>
  void actOn({
    item: id,
    shows: { state: 'ready' },
    call: () => server.item.commit({ id }),
    said: words.item.said.committed(key),
    undo: () => server.item.withdraw({ id }),
  });

/** Begins the work oneself. */
export const claim = ({ id, key }: Item): void =>
  void actOn({
    item: id,
    shows: { state: 'active' },
    call: () => server.work.claim({ item: id }),
    said: words.item.said.claimed(key),
  });
