import { useState } from 'react';
import { act } from './session.ts';
import { type Trouble, troubleOf } from './server.ts';

/** One act of a form: whether it is under way, and what went wrong with it. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = async (call: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    try {
      await act(call);
      return true;
    } catch (error) {
      setTrouble(troubleOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, run, complain: setTrouble };
}
