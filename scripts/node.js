// Plain JavaScript: any Node can read this. It runs `node scripts/node.js FILE ARGUMENTS…` with a Node that can run TypeScript:
// this one, or the one that npm installed beside us. (npm 11 puts that one first on the path; npm 10 forgets to.)
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const system = process.platform === 'win32' ? 'win' : process.platform;
const installed = fileURLToPath(new URL(`../node_modules/node-${system}-${process.arch}/bin/node`, import.meta.url));
const [file, ...rest] = process.argv.slice(2);

if (major > 22 || (major === 22 && minor >= 18)) {
  process.argv.splice(1, 1);
  process.argv[1] = fileURLToPath(new URL(`../${file}`, import.meta.url));
  await import(new URL(`../${file}`, import.meta.url).href);
} else if (existsSync(installed)) {
  const child = spawn(installed, [file, ...rest], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  console.error(
    `Coact needs Node.js 22.18 or newer, and this is ${process.version}. Install Node.js 24 and run \`npm ci\` again.`,
  );
  process.exit(1);
}
