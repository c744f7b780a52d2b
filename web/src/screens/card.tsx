import type { ReactNode } from 'react';
import { words } from '../words/index.ts';

/** A small sheet in the middle of an empty page. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-full place-items-center p-4">
      <div className="w-full max-w-[23rem]">
        <p className="mb-6 flex items-center gap-2 font-semibold">
          <img src="/favicon.svg" alt="" className="size-6" />
          {words.start.card.brand}
        </p>
        <h1 className="mb-4 text-lg font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}
