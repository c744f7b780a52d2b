import { openItem } from '../state/load.ts';
import { getState, setState } from '../state/store.ts';

/** Reads the item that is to be shown. What another page showed before is let go first, so that it is never taken for this one. Throws CoactError. */
export async function loadOpened(key: string): Promise<void> {
  if (getState().opened?.key !== key) setState({ opened: null });
  await openItem(key);
}
