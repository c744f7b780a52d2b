import { Suspense, lazy } from 'react';
import { Expired } from './screens/expired.tsx';
import { Reset } from './screens/reset.tsx';
import { Setup } from './screens/setup.tsx';
import { Shell } from './frame/shell.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Unreachable } from './screens/unreachable.tsx';
import { useRoute } from './state/route.ts';
import { useStore } from './state/store.ts';

const Connect = lazy(async () => ({ default: (await import('./screens/connect.tsx')).Connect }));

/** Which of the few whole-page states is shown. */
export function App() {
  const { page, chosen } = useRoute();
  const stage = useStore((state) => state.stage);
  if (page === 'setup') return <Setup />;
  if (page === 'reset') return <Reset />;
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
