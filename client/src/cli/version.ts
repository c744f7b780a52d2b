import { readFileSync } from 'node:fs';

const { version: written }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** The version of this client, which is that of the server it was released with. */
export const version = written;
