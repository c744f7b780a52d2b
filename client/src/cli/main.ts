#!/usr/bin/env node
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// Imported only now, since an older Node could not even read it.
if (major > 22 || (major === 22 && minor >= 18)) await import('./run.ts').then(({ runProcess }) => runProcess());
else {
  process.stderr.write(
    `coact: This is Node ${process.versions.node}, but coact needs Node 22.18 or newer.\n  Run it as \`npx coact\`, which uses the Node that was installed with it, or install Node 24.\n`,
  );
  process.exitCode = 2;
}
