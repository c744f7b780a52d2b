import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../server/src/operations/registry.ts';
import { openApiDocument } from '../server/src/surfaces/openapi.ts';
import { referencePages } from '../server/src/surfaces/reference.ts';
import { generateClient } from './generate-client.ts';

/**
 * Writes what follows from the registry: the OpenAPI document, the reference and the client's types. With `--check` it
 * writes nothing, and fails when what is there differs.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}server/package.json`, 'utf8')) as { version: string };
const document = openApiDocument(operations, { version, publicUrl: 'http://127.0.0.1:4180' });
const doors = operations.filter(({ internal }) => !internal);

/** Written by the test that proves it, which needs a database. */
const PROVEN = 'docs/reference/access.md';

const wanted = new Map([
  ['docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
  ...[...referencePages(operations)].map(([name, text]): [string, string] => [`docs/reference/${name}`, text]),
  ...generateClient(doors).map(({ path, text }): [string, string] => [path, text]),
]);
const stale = existsSync(`${root}docs/reference`)
  ? readdirSync(`${root}docs/reference`)
      .map((name) => `docs/reference/${name}`)
      .filter((path) => !wanted.has(path) && path !== PROVEN)
  : [];
const differing = [...wanted].filter(
  ([path, text]) => !existsSync(root + path) || readFileSync(root + path, 'utf8') !== text,
);

if (process.argv.includes('--check')) {
  const drifted = [...differing.map(([path]) => path), ...stale];
  if (drifted.length > 0) {
    console.error(`Not what the registry says: ${drifted.join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of differing) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
  for (const path of stale) rmSync(root + path);
  console.log(
    differing.length + stale.length === 0
      ? 'All is up to date.'
      : `Written: ${[...differing.map(([path]) => path), ...stale].join(', ')}`,
  );
}
