import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { passkeysWorkHere } from '../state/passkeys.ts';
import { signInWithPasskey } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { useSignInMethods } from './use-sign-in-methods.ts';

/** Another way in, where somebody has a passkey and this browser can use it. */
export function PasskeyButton() {
  const offered = useSignInMethods()?.passkeys ?? false;
  const { busy, trouble, run } = useAct();
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
