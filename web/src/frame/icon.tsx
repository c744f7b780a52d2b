import type { ReactNode } from 'react';

const shapes = {
  inbox: <path d="M2.5 9.5 4.5 3h7l2 6.5v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zm0 0H6l.8 1.5h2.4L10 9.5h3.5" />,
  work: <path d="M2.5 3.5h3v9h-3zm4.5 0h3v6H7zm4.500 0h2v4h-2z" />,
  outcomes: (
    <>
      <circle cx="8" cy="8" r="5.500" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  intake: <path d="M8 2.500v7m0 0L5.200 6.800M8 9.500l2.800-2.700M2.500 11v2.500h11V11" />,
  people: (
    <>
      <circle cx="6" cy="5.500" r="2.500" />
      <path d="M1.800 13c.4-2.600 2-4 4.200-4s3.800 1.400 4.200 4M11 4.500h3v3h-3zm.7 5.700c1.400.1 2.300 1 2.700 2.800" />
    </>
  ),
  ledger: (
    <path d="M3 2.500h8.500a1.500 1.500 0 0 1 1.500 1.500v9.500H4.500A1.500 1.500 0 0 1 3 12zM5.500 5.500h5m-5 3h5" />
  ),
  decisions: <path d="M8 13.500V8m0 0L3.500 3.500M8 8l4.500-4.500M3.500 6.500v-3h3m3 0h3v3" />,
  authority: <path d="M8 2.500v11m-3 0h6M3 4.500h10M3 4.500 1.500 9h3zm10 0L11.500 9h3z" />,
  settings: <path d="M2.500 4.500h6m4 0h1m-1-1.700v3.400m-10 5.300h1m4 0h6m-8-1.700v3.400" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.300" />
      <path d="m10.200 10.200 3.300 3.300" />
    </>
  ),
} satisfies Record<string, ReactNode>;

/** A small picture of a place; its word stands beside it. */
export const Icon = ({ name }: { name: keyof typeof shapes }) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    className="size-4 shrink-0 fill-none stroke-current stroke-[1.4] [stroke-linecap:round] [stroke-linejoin:round]"
  >
    {shapes[name]}
  </svg>
);
