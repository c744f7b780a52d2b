import { lazy, Suspense } from 'react';

const Preview = lazy(async () => ({ default: (await import('../item/preview.tsx')).Preview }));

/** What somebody brought as evidence, to look at in place; fetched apart, since most of the page shows none. */
export const Evidence = (piece: { sha256: string; name: string }) => (
  <Suspense fallback={<div className="h-20 rounded-md border border-line" aria-busy="true" />}>
    <Preview {...piece} />
  </Suspense>
);
