import type { Outcome } from 'coact';
import { useStore } from '../state/store.ts';

/** Whether the reader may change an outcome, read its measures or end it: whoever answers for it, and admins. */
export const useMayChange = ({ owner, state }: Outcome): boolean =>
  useStore(({ me }) => state === 'open' && me !== null && (me.role === 'admin' || me.id === owner));
