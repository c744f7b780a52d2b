import { useEffect } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { passkeysWorkHere } from '../state/passkeys.ts';
import { signInFromField, signInWithPasskey } from '../state/session.ts';
import { troubleOf } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { useSignInMethods } from './use-sign-in-methods.ts';

/** Another way in, where somebody has a passkey and this browser can use it. */
export function PasskeyButton() {
  const offered = useSignInMethods()?.passkeys ?? false;
  const { busy, trouble, run, complain } = useAct();
  useEffect(() => {
    if (!offered) return undefined;
    const left = new AbortController();
    // Nobody has asked for anything yet: only what they choose and the server refuses is worth a word.
    signInFromField(left.signal).catch((error: unknown) => {
      if (!left.signal.aborted) complain(troubleOf(error));
    });
    return () => left.abort();
  }, [offered, complain]);
  if (!offered || !passkeysWorkHere()) return null;
  return (
    <div className="mt-4 space-y-3">
      <TroubleNote trouble={trouble} />
      <Button
        disabled={busy}
        className="w-full justify-center max-md:min-h-10"
        onClick={() => void run(signInWithPasskey)}
      >
        {words.access.passkeys.signIn}
      </Button>
    </div>
  );
}
