#!/usr/bin/env node
// Plain JavaScript: a Node that is too old to read TypeScript can still read this, and hands over to the one installed here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('./main.ts', import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const system = process.platform === 'win32' ? 'win' : process.platform;
const installed = fileURLToPath(
  new URL(`../../../node_modules/node-${system}-${process.arch}/bin/node`, import.meta.url),
);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(main.href);
} else if (existsSync(installed)) {
  const { status } = spawnSync(installed, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(
    `coact: This is Node ${process.versions.node}, but coact needs Node 22.18 or newer.\n  Install Node 24, or run \`npm ci\` in the repository, which brings its own.\n`,
  );
  process.exitCode = 2;
}
