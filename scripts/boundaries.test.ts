import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/** What each layer may import: layers by folder, packages and Node's own modules by name. Imports point downwards only. */
const layers: Record<string, { layers: string[]; packages: RegExp }> = {
  domain: { layers: ['domain'], packages: /^(zod|node:crypto)$/ },
  store: { layers: ['domain', 'store'], packages: /^(pg|node:.*)$/ },
  operations: { layers: ['domain', 'store', 'operations'], packages: /^(zod|pg|@node-rs\/argon2|node:(crypto|os))$/ },
  surfaces: {
    layers: ['domain', 'store', 'operations', 'surfaces'],
    packages: /^(zod|hono|@hono\/node-server.*|pino|prom-client|node:.*)$/,
  },
  jobs: { layers: ['domain', 'store', 'operations', 'jobs'], packages: /^node:.*$/ },
};

/** What one folder may import besides: the network outside is met in one place, behind its guard, and a protocol in its own. */
const apart: Record<string, RegExp> = {
  'domain/webhook/sign.ts': /^standardwebhooks$/,
  'operations/a2a/to-protocol.ts': /^@a2a-js\/sdk$/,
  'operations/a2a/remote/': /^@a2a-js\/sdk(\/client|\/errors)?$/,
  'operations/outbound/': /^node:(dns|http|https|net)$/,
  'operations/passkey/': /^(@simplewebauthn\/server|node:net)$/,
  'operations/policy/replay-decisions.ts': /^node:timers\/promises$/,
  'operations/session/passkey-options.ts': /^@simplewebauthn\/server$/,
  'operations/sign-in/': /^openid-client$/,
  'surfaces/a2a/': /^@a2a-js\/sdk(\/server|\/errors)?$/,
  'surfaces/mcp/': /^@modelcontextprotocol\/server$/,
  'surfaces/oauth/': /^oidc-provider$/,
};
const mayApart = (file: string, name: string) =>
  Object.entries(apart).some(([folder, packages]) => file.startsWith(folder) && packages.test(name));

const source = new URL('../server/src/', import.meta.url).pathname;
const imports = (text: string) =>
  [
    ...text.matchAll(
      /^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gms,
    ),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? '');

/** Each import of a file that its layer does not allow, in words. */
function violations(file: string, text: string): string[] {
  const layer = file.split('/')[0] ?? '';
  const allowed = layers[layer];
  if (!allowed) return [];
  return imports(text).flatMap((name) => {
    if (!name.startsWith('.'))
      return allowed.packages.test(name) || mayApart(file, name)
        ? []
        : [`${file} imports ${name}: the layer ${layer} may not`];
    const target = relative(source, join(source, dirname(file), name)).split('/')[0] ?? '';
    return allowed.layers.includes(target) ? [] : [`${file} imports from ${target}: the layer ${layer} may not`];
  });
}

test('imports point downwards: domain, store, operations, then surfaces and jobs', () => {
  const files = globSync('**/*.ts', { cwd: source }).filter(
    (file) => !file.endsWith('.test.ts') && !file.includes('/testing/'),
  );
  assert(files.length > 100);
  assert.deepEqual(
    files.flatMap((file) => violations(file, readFileSync(join(source, file), 'utf8'))),
    [],
  );
});

test('a planted call of the network is found wherever it does not belong', () => {
  const planted = `import { request } from 'node:https';\n`;
  assert.deepEqual(violations('operations/outbound/planted.ts', planted), []);
  assert.deepEqual(violations('operations/sign-in/planted.ts', planted), [
    'operations/sign-in/planted.ts imports node:https: the layer operations may not',
  ]);
});

test('a planted import from above, or of a foreign package, is found', () => {
  assert.deepEqual(violations('domain/planted.ts', `import { sql } from '../store/sql.ts';\nimport pg from 'pg';\n`), [
    'domain/planted.ts imports from store: the layer domain may not',
    'domain/planted.ts imports pg: the layer domain may not',
  ]);
  assert.deepEqual(
    violations(
      'operations/item/planted.ts',
      `export { x } from '../../surfaces/http.ts';\nconst y = await import('hono');\n`,
    ),
    [
      'operations/item/planted.ts imports from surfaces: the layer operations may not',
      'operations/item/planted.ts imports hono: the layer operations may not',
    ],
  );
});
