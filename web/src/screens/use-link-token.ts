import { useEffect, useState } from 'react';

/** The token of the link that led here; it goes out of the address bar at once, so that no screenshot or history shows it. */
export function useLinkToken(path: string): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(null, '', path), [path]);
  return token;
}
