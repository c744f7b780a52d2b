import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-accent text-accent-ink border-transparent hover:brightness-110 font-medium',
  plain: 'bg-sheet text-ink border-edge hover:bg-hover',
  quiet: 'bg-transparent text-muted border-transparent hover:bg-hover hover:text-ink',
} as const;

/** `hint` is the key that does the same. */
export function Button({
  look = 'plain',
  hint,
  children,
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks; hint?: string }) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex min-h-8 items-center gap-2 rounded-md border px-3 py-1 text-left transition-colors duration-100 disabled:opacity-60 max-md:min-h-10 ${looks[look]} ${className}`}
    >
      {children}
      {hint && <Key>{hint}</Key>}
    </button>
  );
}

/** A key to press; on a phone only where keys are what is told about. */
export function Key({ children, onPhone = false }: { children: string; onPhone?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={`rounded border border-current/40 px-1 font-mono text-[10px] leading-[14px] ${onPhone ? '' : 'max-md:hidden'}`}
    >
      {children}
    </kbd>
  );
}
