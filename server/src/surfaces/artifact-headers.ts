import { isPdf } from '../domain/is-pdf.ts';
import type { StoredArtifact } from '../store/artifacts.ts';
import { apiHeaders } from './security-headers.ts';

/**
 * What others uploaded never runs here: it is given as a file to keep, in a sandbox of its own, its type not guessed. A PDF
 * alone may be shown, within this page and by the browser's own reader, which a sandbox would keep from starting.
 */
export function artifactHeaders(artifact: StoredArtifact): Record<string, string> {
  const name = `filename*=UTF-8''${encodeURIComponent(artifact.name)}`;
  const common = { ...apiHeaders, etag: `"${artifact.sha256}"` };
  return isPdf(artifact)
    ? {
        ...common,
        'content-type': 'application/pdf',
        'content-disposition': `inline; ${name}`,
        'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      }
    : {
        ...common,
        'content-type': artifact.mediaType,
        'content-disposition': `attachment; ${name}`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      };
}
