/** Where somebody may be sent after signing in: a page of ours, and none that is part of signing in. */
const NO_PAGE = /^\/(?:sign-in|setup|reset|v1|problems)(?:[/?]|$)/;

/** A path of our own origin out of whatever was asked for; the home page for everything else. */
export function returnPath(asked: string | undefined, publicUrl: string): string {
  if (asked === undefined || !asked.startsWith('/') || asked.length > 2_000) return '/';
  const { origin } = new URL(publicUrl);
  if (!URL.canParse(asked, origin)) return '/';
  // As a browser reads it: two slashes, backslashes, tabs and the like lead elsewhere.
  const url = new URL(asked, origin);
  const path = url.pathname + url.search;
  return url.origin === origin && path.startsWith('/') && !path.startsWith('//') && !NO_PAGE.test(path) ? path : '/';
}
