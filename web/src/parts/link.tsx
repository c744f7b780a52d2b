import type { ComponentProps } from 'react';
import { go, pathOf, type Route } from '../state/route.ts';

/** A way to another place in the app: a real link, so that it opens in a new tab too. */
export function Link({
  to,
  replace = false,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { to: Route; replace?: boolean }) {
  return (
    <a
      {...rest}
      href={pathOf(to)}
      onClick={(event) => {
        rest.onClick?.(event);
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.defaultPrevented) return;
        event.preventDefault();
        go(to, { replace });
      }}
    />
  );
}
