import type { Item } from 'coact';
import { useRef, useState } from 'react';
import type { Trouble } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { type Draft, type FieldName, keepDraft, readDraft } from './drafts.ts';
import { inTurn } from './in-turn.ts';
import { same } from './same.ts';
import { saveField } from './save-field.ts';

export type Edit<Value> = {
  /** What is being typed, else what the server has. */
  value: Value;
  /** Whether something was typed that is not saved. */
  isTyped: boolean;
  busy: boolean;
  trouble: Trouble | null;
  /** What somebody else wrote meanwhile. */
  theirs: { value: Value } | null;
  type: (value: Value) => void;
  /** Saves what was typed, or `value`; gives whether it is saved. */
  save: (value?: Value) => Promise<boolean>;
  /** Forgets what was typed. */
  drop: () => void;
  /** Writes mine over what somebody else wrote. */
  insist: () => Promise<boolean>;
};

/** One field of a contract: what is typed is kept until it is saved or dropped, whatever happens to the item meanwhile. */
export function useField<Name extends FieldName>(item: Item, name: Name): Edit<Item[Name]> {
  type Value = Item[Name];
  const [draft, setDraft] = useState(() => readDraft(item.id, name));
  const { busy, trouble, run, complain } = useAct();
  // Also what was typed since the last drawing, for a save that had to wait for its turn.
  const latest = useRef(draft);
  const keep = (next: Draft<Value> | null) => {
    latest.current = next;
    keepDraft(item.id, name, next);
    setDraft(next);
  };
  const write = async (next: Draft<Value>): Promise<boolean> => {
    keep(next);
    let isSaved = false;
    const saveLatest = async () => {
      const sent = latest.current;
      isSaved = sent === null || (await saveField(item, name, sent));
      const since = latest.current;
      if (isSaved) keep(since === sent || !since || !sent ? null : { base: sent.mine, mine: since.mine });
    };
    await run(() => inTurn(item.id, saveLatest));
    return isSaved && latest.current === null;
  };
  const isOvertaken = draft !== null && !busy && !same(draft.base, item[name]) && !same(draft.mine, item[name]);
  const drop = () => {
    complain(null);
    keep(null);
  };
  return {
    value: draft ? draft.mine : item[name],
    isTyped: draft !== null && !same(draft.mine, draft.base),
    busy,
    trouble,
    theirs: isOvertaken ? { value: item[name] } : null,
    type: (value) => keep({ base: latest.current ? latest.current.base : item[name], mine: value }),
    drop,
    insist: () => (draft ? write({ base: item[name], mine: draft.mine }) : Promise.resolve(true)),
    save: async (value = latest.current ? latest.current.mine : item[name]) => {
      const base = latest.current ? latest.current.base : item[name];
      // What goes back to how it was while the change is on its way has to follow it.
      if (busy || !same(value, base)) return write({ base, mine: value });
      drop();
      return true;
    },
  };
}
