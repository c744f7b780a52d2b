import type { Terminal } from '../src/cli/terminal.ts';

/** A terminal whose streams can be read afterwards. */
export function fakeTerminal(traits: Partial<Pick<Terminal, 'width' | 'colour' | 'watched'>> = {}) {
  const written = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    width: 80,
    colour: false,
    watched: false,
    ...traits,
  };
  return { terminal, written };
}
