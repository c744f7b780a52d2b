import { Suspense, lazy } from 'react';
import { Expired } from './screens/expired.tsx';
import { Shell } from './frame/shell.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Unreachable } from './screens/unreachable.tsx';
import { useRoute } from './state/route.ts';
import { useStore } from './state/store.ts';

const Setup = lazy(async () => ({ default: (await import('./screens/setup.tsx')).Setup }));
const Reset = lazy(async () => ({ default: (await import('./screens/reset.tsx')).Reset }));
const Connect = lazy(async () => ({ default: (await import('./screens/connect.tsx')).Connect }));

/** Which of the few whole-page states is shown. */
export function App() {
  const { page, chosen } = useRoute();
  const stage = useStore((state) => state.stage);
  if (page === 'setup' || page === 'reset') return <Suspense>{page === 'setup' ? <Setup /> : <Reset />}</Suspense>;
  if (stage === 'signed-out') return <SignIn />;
  if (stage === 'unreachable') return <Unreachable />;
  // Nothing is shown for the moment of finding out who is looking: a flash of something else would only be noise.
  if (stage === 'starting') return null;
  if (page === 'connect')
    return (
      <Suspense>
        <Connect uid={chosen ?? ''} />
        {stage === 'expired' && <Expired />}
      </Suspense>
    );
  return (
    <>
      <Shell />
      {stage === 'expired' && <Expired />}
    </>
  );
}
