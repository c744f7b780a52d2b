import { parseArgs } from 'node:util';
import { local, run } from './run.ts';

/** `npm run check`: everything that a machine can say about the code without running it. `--fix` mends what can be mended. */
const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false } } });
const root = new URL('..', import.meta.url).pathname;
const { fix } = values;

const steps: { name: string; command: string; args: string[]; mend: string }[] = [
  {
    name: 'generated files',
    command: process.execPath,
    args: ['scripts/generate.ts', ...(fix ? [] : ['--check'])],
    mend: 'Run `npm run generate` and commit what it writes.',
  },
  { name: 'format', command: local('oxfmt'), args: fix ? ['.'] : ['--check', '.'], mend: 'Run `npm run fix`.' },
  {
    name: 'lint',
    command: local('oxlint'),
    args: ['--type-aware', '--deny-warnings', ...(fix ? ['--fix'] : [])],
    mend: 'Mend what it names; `npm run fix` mends some.',
  },
  { name: 'types', command: local('tsc'), args: ['-b'], mend: 'Mend what it names.' },
  { name: 'unused', command: local('knip'), args: ['--no-progress'], mend: 'Delete what nobody uses.' },
];

const failed: string[] = [];
for (const { name, command, args, mend } of steps) {
  const code = await run(command, args, { cwd: root });
  console.log(code === 0 ? `ok    ${name}` : `FAIL  ${name}: ${mend}`);
  if (code !== 0) failed.push(name);
}
process.exit(failed.length > 0 ? 1 : 0);
