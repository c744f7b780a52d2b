import type { Item, ItemUpdateInput } from 'coact';
import { getState } from '../state/store.ts';

/** The fields of a contract that an edit may change. */
export type FieldName = Exclude<keyof Item & keyof ItemUpdateInput, 'id'>;

/** What is being typed, and what stood there when the typing began. */
export type Draft<Value> = { base: Value; mine: Value };

/** Of this reader alone: whoever signs in at the same screen later does not see what others typed. */
const keyOf = (item: string, field: FieldName) => `coact.draft.${getState().me?.id ?? ''}.${item}.${field}`;

/** What was typed and not saved, even if the page was loaded again in between. */
export function readDraft<Name extends FieldName>(item: string, field: Name): Draft<Item[Name]> | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(item, field)) ?? 'null');
  } catch {
    return null;
  }
}

export function keepDraft<Name extends FieldName>(item: string, field: Name, draft: Draft<Item[Name]> | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(item, field), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(item, field));
  } catch {
    // A browser without room or right to keep it: the form still holds it.
  }
}
