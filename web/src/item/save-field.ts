import { CoactError, type Item, type ItemUpdateInput } from 'coact';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import type { Draft, FieldName } from './drafts.ts';
import { same } from './same.ts';
import { showItem } from './show-item.ts';

/** An item in work changes all the time; somebody who edits another field does not stand in the way. */
const TRIES = 6;

/**
 * Saves one field on top of the version that is known. When the item has moved on, it is read again: if this field is
 * still as it was when the typing began, the edit goes on top; if not, nothing is written and the answer is false.
 * Throws CoactError.
 */
export async function saveField<Name extends FieldName>(
  known: Item,
  name: Name,
  { base, mine }: Draft<Item[Name]>,
): Promise<boolean> {
  let item = newest(known);
  for (let tries = 1; same(item[name], base); tries += 1) {
    try {
      showItem(await server.item.update({ id: item.id, ...inputOf(name, mine) }, { ifMatch: item.version }));
      return true;
    } catch (error) {
      if (!(error instanceof CoactError) || error.code !== 'version_conflict' || tries === TRIES) throw error;
      item = await server.item.get({ id: item.id });
      showItem(item);
    }
  }
  return false;
}

function newest(known: Item): Item {
  const { opened } = getState();
  return opened?.id === known.id && opened.version > known.version ? opened : known;
}

/** What is read and what is sent differ for criteria alone: a new one has no id yet, and nothing is left out instead of null. */
function inputOf(name: FieldName, mine: Item[FieldName]): Partial<ItemUpdateInput> {
  if (name !== 'criteria') return { [name]: mine };
  const criteria = mine as Item['criteria'];
  return {
    criteria: criteria
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text, check, required }) => ({
        ...(!isNew(id) && { id }),
        text: text.trim(),
        ...(check?.trim() && { check: check.trim() }),
        required,
      })),
  };
}

/** The id of a criterion that the server has not numbered yet. */
export const newId = (): string => `new-${(given += 1)}`;
const isNew = (id: string) => id.startsWith('new-');
let given = 0;
