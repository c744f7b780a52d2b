import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useRoute } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Boundary } from './boundary.tsx';
import { Navigation } from './navigation.tsx';
import { pages } from './pages.tsx';
import { Toasts } from './toasts.tsx';
import { useConcerning } from './use-concerning.ts';
import { useFrameKeys } from './use-frame-keys.ts';

const Palette = lazy(() => import('./palette.tsx'));
const Help = lazy(() => import('./help.tsx'));
const StopBanner = lazy(async () => ({ default: (await import('../authority/stop-banner.tsx')).StopBanner }));
const SampleStrip = lazy(async () => ({ default: (await import('../start/sample-strip.tsx')).SampleStrip }));

/** The frame of the signed-in page: where one can go, who is here, and whether what is shown is live. */
export function Shell() {
  const { page, chosen } = useRoute();
  const [above, setAbove] = useState<'palette' | 'help' | null>(null);
  const isSample = useStore(({ me }) => me?.workspace.sample ?? false);
  const stops = useConcerning();
  const palette = useCallback(() => setAbove('palette'), []);
  const help = useCallback(() => setAbove('help'), []);
  const close = useCallback(() => setAbove(null), []);
  useFrameKeys({ palette, help });
  useTitle(words.frame.pages[page]);
  const Shown = page === 'setup' || page === 'reset' || page === 'connect' ? pages.inbox : pages[page];
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-sheet focus:p-2"
      >
        {words.frame.skip}
      </a>
      <Navigation onPalette={palette} onHelp={help} />
      <div id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        <Suspense fallback={null}>{stops.length > 0 && <StopBanner stops={stops} />}</Suspense>
        {/* As high as the strip that comes, so that nothing jumps. */}
        <Suspense fallback={<div className="h-[33px] shrink-0 border-b border-line max-md:h-[49px]" />}>
          {isSample && <SampleStrip />}
        </Suspense>
        <Boundary at={`${page}/${chosen ?? ''}`}>
          <Suspense fallback={<main className="flex-1" aria-busy="true" />}>
            <Shown chosen={chosen} />
          </Suspense>
        </Boundary>
      </div>
      <Suspense fallback={null}>
        {above === 'palette' && <Palette onClose={close} />}
        {above === 'help' && <Help onClose={close} />}
      </Suspense>
      <Toasts />
    </div>
  );
}

/** What waits for me is said in the tab too. */
function useTitle(page: string): void {
  const needs = useStore(({ inbox }) => inbox?.length ?? 0);
  useEffect(() => {
    document.title = `${needs > 0 ? `(${needs}) ` : ''}${page} · Coact`;
  }, [needs, page]);
}
