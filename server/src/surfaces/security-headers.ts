const shared = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  // The PDFs among the evidence: nothing else here lets itself be framed.
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  // The one that sanitises what people and agents wrote in Markdown.
  'trusted-types dompurify',
].join('; ');

/** On every answer of the API: nothing in it may be run, framed or kept. */
export const apiHeaders = {
  ...shared,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
} as const;

/** On the web app's files; how long they may be kept is each file's own matter. */
export const pageHeaders = { ...shared, 'content-security-policy': pagePolicy } as const;

/** Tells browsers to stay on HTTPS, where that is how people reach this server. */
export const transportHeaders = (publicUrl: string): Record<string, string> =>
  publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
