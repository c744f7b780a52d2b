import type { Item } from 'coact';
import type { MenuItem } from '../parts/menu.tsx';
import { toast } from '../parts/toast.ts';
import { go } from '../state/route.ts';
import { getState } from '../state/store.ts';
import { words } from '../words/index.ts';
import { isMine, may } from './may.ts';
import { claim, commit } from './quick-acts.ts';

/** What asks for more than a press: each has its own sheet. */
export type Asking =
  | 'withdraw'
  | 'cancel'
  | 'reopen'
  | 'assign'
  | 'question'
  | 'decision'
  | 'handoff'
  | 'exception'
  | 'stop'
  | 'message'
  | 'takeOver'
  | 'deliver'
  | 'release'
  | 'fail';

type Does = { ask: (asking: Asking) => void; editTitle: () => void; comment: () => void };

/** Which operation allows each sheet, in the order of the menu. */
const askings: readonly { ability: string; asking: Asking }[] = [
  { ability: 'run.deliver', asking: 'deliver' },
  { ability: 'run.fail', asking: 'fail' },
  { ability: 'item.assign', asking: 'assign' },
  { ability: 'request.create', asking: 'question' },
  { ability: 'request.create', asking: 'decision' },
  { ability: 'request.create', asking: 'handoff' },
  { ability: 'request.create', asking: 'exception' },
  { ability: 'run.message', asking: 'message' },
  { ability: 'item.take_over', asking: 'takeOver' },
  { ability: 'run.stop', asking: 'stop' },
  { ability: 'run.release', asking: 'release' },
  { ability: 'item.withdraw', asking: 'withdraw' },
  { ability: 'item.reopen', asking: 'reopen' },
  { ability: 'item.cancel', asking: 'cancel' },
];

/** One does not write to oneself, nor stop or take over one's own work: one gives it back. */
export const forOthers: ReadonlySet<Asking> = new Set<Asking>(['message', 'takeOver', 'stop']);

/** Everything that the reader may do with the item now, by the server's word. */
export function actsOf(item: Item, does: Does): MenuItem[] {
  const { acts } = words.item;
  const sheets = askings
    .filter(({ ability, asking }) => may(item, ability) && !(isMine(item, getState().me?.id) && forOthers.has(asking)))
    .map(({ asking }) => ({ text: acts[asking], onChoose: () => does.ask(asking) }));
  const editing = may(item, 'item.update') && { text: acts.editTitle, hint: 'e', onChoose: does.editTitle };
  const saying = may(item, 'item.comment') && { text: acts.comment, hint: 'c', onChoose: does.comment };
  const ready = may(item, 'item.commit') && { text: acts.commit, onChoose: () => commit(item) };
  const begin = may(item, 'work.claim') && { text: acts.claim, onChoose: () => claim(item) };
  return [ready, begin, ...sheets, editing, saying, ...anyones(item)].filter((one) => one !== false);
}

const anyones = ({ key }: Item): MenuItem[] => [
  {
    text: words.item.acts.copyLink,
    onChoose: () =>
      void navigator.clipboard
        ?.writeText(`${location.origin}/items/${key}`)
        .then(() => toast({ text: words.item.copied })),
  },
  { text: words.item.acts.graph, onChoose: () => go({ page: 'work', chosen: key, query: { layout: 'graph' } }) },
];
