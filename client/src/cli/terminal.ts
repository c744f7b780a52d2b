import { styleText } from 'node:util';

/** Where a command writes, and what that place can show. */
export type Terminal = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Columns that a table may take; Infinity where nobody looks. */
  width: number;
  colour: boolean;
  /** Whether somebody watches the other stream, on which progress is shown. */
  watched: boolean;
};

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** The real one. Colours only where a person looks, and not against their wish (no-color.org). */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const wanted = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    width: stdout.isTTY ? stdout.columns || 80 : Infinity,
    colour: stdout.isTTY && wanted,
    watched: stderr.isTTY && env['TERM'] !== 'dumb',
  };
}

export const paint = (terminal: Pick<Terminal, 'colour'>, style: Style, text: string): string =>
  terminal.colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;

/**
 * Text that others wrote, safe to show: an escape sequence in a title could clear the screen or hide words, and a mark
 * that turns the direction of writing could make one thing look like another.
 */
export const plain = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');

/** The same in one line. */
export const oneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim();
