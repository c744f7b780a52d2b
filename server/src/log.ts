import { writeSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** What happens in the server, on standard error: lines of JSON for programs, and plain lines where a person looks. */
export function createLog(level: Config['logLevel']): Logger {
  const destination = process.stderr.isTTY
    ? { write: (line: string) => void writeSync(2, inWords(line)) }
    : pino.destination({ dest: 2, sync: true });
  return pino({ level, base: null }, destination);
}

type Line = { level: number; msg?: string; err?: { stack?: string; message?: string } };

/** `warn: the feed fell behind`, with the stack of an error below it; what is only for information has no such word. */
function inWords(line: string): string {
  const { level, msg = '', err }: Line = JSON.parse(line);
  const weight = level > 30 ? `${pino.levels.labels[level] ?? 'error'}: ` : '';
  return `${weight}${msg}\n${err ? `${err.stack ?? err.message ?? ''}\n` : ''}`;
}
