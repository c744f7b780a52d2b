import type { ReactNode } from 'react';

/** One side of a rule in the editor. */
export const Fieldset = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="mt-5 min-w-0 border-t first-of-type:border-t-0 first-of-type:pt-0 border-line pt-4">
    <legend className="float-left mb-2 w-full font-semibold">{title}</legend>
    <div className="clear-both space-y-4">{children}</div>
  </fieldset>
);
