import type { ReactNode } from 'react';

/** A titled part of somebody's page; the note says its sum in words. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 font-semibold">
        {title}
        {note && <span className="text-sm font-normal text-muted">{note}</span>}
      </h3>
      {children}
    </section>
  );
}
