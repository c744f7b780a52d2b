import type { ItemSummary } from 'coact';
import type { Act } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import type { Move } from './judge-move.ts';

type Doing = Exclude<Move, { why: unknown } | { does: 'nothing' }>;
type Parts = Pick<Act, 'shows' | 'call'> & { undo?: () => Promise<unknown> };

/** What is edited here is one field at a time and seen at once, so the last one who says it is right. */
const anyVersion = { ifMatch: '*' } as const;

/** What to show and to send for a move that is legal, and what would undo it. */
export function actOfMove(item: ItemSummary, move: Doing, me: string): Act {
  return { item: item.id, said: words.work.moved[move.does](item.key), ...partsOf(item, move, me) };
}

function partsOf(item: ItemSummary, move: Doing, me: string): Parts {
  const { id } = item;
  const commit = () => server.item.commit({ id });
  const withdraw = () => server.item.withdraw({ id });
  if (move.does === 'update') return update(item, move.patch);
  if (move.does === 'assign') return assign(item, move.assignee);
  if (move.does === 'triage') return accept(item, move.team);
  if (move.does === 'commit') return { shows: { state: 'ready' }, call: commit, undo: withdraw };
  if (move.does === 'withdraw') return { shows: { state: 'draft' }, call: withdraw, undo: commit };
  return move.does === 'claim' ? claim(item, me) : release(item);
}

const accept = ({ id }: ItemSummary, team: string): Parts => ({
  shows: { team, intake: false },
  call: () => server.item.triage({ id, as: 'accept', team }),
});

function assign({ id, assignee: before }: ItemSummary, assignee: string | null): Parts {
  const call = (whom: string | null) => () => server.item.assign({ id, assignee: whom });
  return { shows: { assignee }, call: call(assignee), undo: call(before) };
}

/** Edits some of the fields that a row has; undoing writes what was there before. */
export type Editable = Pick<ItemSummary, 'priority' | 'owner' | 'risk' | 'serves' | 'due' | 'labels'>;

function update(item: ItemSummary, patch: Partial<Editable>): Parts {
  const before = Object.fromEntries(Object.keys(patch).map((name) => [name, item[name as keyof Editable]]));
  const call = (fields: Partial<Editable>) => () => server.item.update({ id: item.id, ...fields }, anyVersion);
  return { shows: patch, call: call(patch), undo: call(before) };
}

export const actOfEdit = (item: ItemSummary, patch: Partial<Editable>): Act => ({
  item: item.id,
  said: words.work.moved.update(item.key),
  ...update(item, patch),
});

/** Starting something by hand can be undone by giving it back, with the fence that the claim gave. */
function claim({ id }: ItemSummary, me: string): Parts {
  let run: { id: string; fence: number } | null = null;
  return {
    shows: { state: 'active', executor: me },
    call: async () => (run = (await server.work.claim({ item: id }))?.run ?? null),
    undo: async () => run && server.run.release({ id: run.id, fence: run.fence }),
  };
}

/** A row does not carry its fence; whoever holds the run may read it. */
function release({ id }: ItemSummary): Parts {
  return {
    shows: { state: 'ready', executor: null, run: null },
    call: async () => {
      const { run, fence } = await server.item.get({ id });
      return run && server.run.release({ id: run.id, fence });
    },
  };
}
