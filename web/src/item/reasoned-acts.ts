import type { Item } from 'coact';
import { server } from '../state/server.ts';

type ReasonedAct = { call: (item: Item, reason: string) => Promise<unknown>; isOptional: boolean };

/** The live run; it may have ended since the page was drawn, and then the server says so. */
const runOf = ({ run }: Item) => run?.id ?? 'ended';
const why = (reason: string) => (reason ? { reason } : {});

/** Acts that say why. An executor's own ones carry the fence of their run. */
export const reasonedActs = {
  withdraw: { call: ({ id }, reason) => server.item.withdraw({ id, ...why(reason) }), isOptional: true },
  cancel: { call: ({ id }, reason) => server.item.cancel({ id, ...why(reason) }), isOptional: true },
  reopen: { call: ({ id }, reason) => server.item.reopen({ id, reason }), isOptional: false },
  stop: { call: (item, reason) => server.run.stop({ id: runOf(item), reason }), isOptional: false },
  message: { call: (item, text) => server.run.message({ id: runOf(item), text }), isOptional: false },
  takeOver: { call: ({ id }, reason) => server.item.takeOver({ id, reason }), isOptional: false },
  release: {
    call: (item, reason) => server.run.release({ id: runOf(item), fence: item.fence, ...why(reason) }),
    isOptional: true,
  },
  fail: { call: (item, reason) => server.run.fail({ id: runOf(item), fence: item.fence, reason }), isOptional: false },
} satisfies Record<string, ReasonedAct>;

export type Reasoned = keyof typeof reasonedActs;
