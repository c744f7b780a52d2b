import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { NotAsTold } from './not-as-told.ts';

export type Started = {
  name: string;
  pid: number;
  /** The next line that fits, after those that were given before; throws when the process ends without it, or in time. */
  line(pattern: RegExp, seconds?: number): Promise<string>;
  /** The exit code once it has ended, or null after a signal; throws when it does not end in time. */
  ended(seconds?: number): Promise<number | null>;
  /** Everything said so far. */
  output(): string;
  /** The line of its error stream that says most: where to look when something went wrong; none when it wrote none. */
  complaints(): string[];
  /** `SIGKILL` ends the process with all that it started; other signals go to it alone. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
};

type Start = {
  name: string;
  args: readonly string[];
  env?: Record<string, string>;
  heard?: (line: string) => void;
};

export type Processes = {
  start(options: Start): Started;
  /** What each program wrote to its error stream, with its name. */
  complaints(): string[];
  endAll(): Promise<void>;
};

/** The programs of one story, so that none is left when it ends, however it ends. */
export function createProcesses(): Processes {
  const all: Started[] = [];
  let over = false;
  return {
    start(options) {
      // A step that is left in the middle goes on for a moment.
      if (over) throw new NotAsTold('it was ended');
      const started = startOne(options);
      all.push(started);
      return started;
    },
    complaints: () => all.flatMap((one) => one.complaints().map((line) => `${one.name}: ${line}`)),
    async endAll() {
      over = true;
      // The last started first: the server goes when nobody calls it any longer.
      for (const one of all.toReversed()) {
        one.kill('SIGTERM');
        await one.ended(10).catch(() => {});
        one.kill('SIGKILL');
        await one.ended(5).catch(() => {});
      }
    },
  };
}

function startOne({ name, args, env, heard }: Start): Started {
  // A group of its own, so that what it started can be ended with it.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  const errors: string[] = [];
  let passed = 0;
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  let open = true;
  const closed = new Promise<void>((resolve) => {
    const close = () => {
      open = false;
      resolve();
    };
    child.once('close', close);
    child.once('error', (error) => {
      errors.push(String(error));
      close();
    });
  });
  const next = (): string | undefined => {
    const line = said[passed];
    if (line === undefined) return undefined;
    passed += 1;
    heard?.(line);
    return line;
  };
  return {
    name,
    pid: child.pid ?? 0,
    async line(pattern, seconds = 20) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const running = open;
        for (let line = next(); line !== undefined; line = next()) if (pattern.test(line)) return line;
        if (!running) throw new NotAsTold(`${name} ended before it said ${String(pattern)}: ${reasonOf(errors)}`);
        if (Date.now() > end) throw new NotAsTold(`${name} did not say ${String(pattern)} in ${seconds} s`);
        await pause(25);
      }
    },
    async ended(seconds = 20) {
      await Promise.race([closed, pause(seconds * 1000, undefined, { ref: false })]);
      while (next() !== undefined);
      if (open) throw new NotAsTold(`${name} did not end in ${seconds} s`);
      return child.exitCode;
    },
    output: () => [...said, ...errors].join('\n'),
    complaints: () => (errors.length > 0 ? [reasonOf(errors)] : []),
    kill: (signal) => kill(child, signal),
  };
}

function kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Error lines of the SDK and of Node: the first that is a sentence says most. */
const reasonOf = (errors: readonly string[]) =>
  errors.find((line) => /Error\b.*:|^coact:/.test(line)) ?? errors.at(-1) ?? 'it said nothing more';

/** Nothing of the one who starts the story steers its programs: no other server, no test runner, no colours. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const steering = /^(COACT_|DATABASE_URL$|NODE_TEST|XDG_|FORCE_COLOR$)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name))), NO_COLOR: '1' };
}
