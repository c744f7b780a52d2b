import { paint, type Terminal } from './terminal.ts';

export type ProgressBar = { set: (done: number, total: number) => void; end: () => void };

/** One line that tells how far long work is, where somebody watches; nothing elsewhere. It is redrawn ten times a second at most. */
export function progressBar(terminal: Terminal, label: string): ProgressBar {
  if (!terminal.watched) return { set: () => {}, end: () => {} };
  let drawn = 0;
  const width = 24;
  return {
    set(done, total) {
      const now = Date.now();
      if (now - drawn < 100 && done < total) return;
      drawn = now;
      const part = total > 0 ? Math.min(1, done / total) : 0;
      const full = Math.round(part * width);
      const bar = `${paint(terminal, 'cyan', '━'.repeat(full))}${paint(terminal, 'dim', '─'.repeat(width - full))}`;
      const count =
        total > 0 ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : done.toLocaleString('en');
      terminal.err(`\r\x1b[K${label}  ${bar}  ${count}`);
    },
    end: () => terminal.err('\r\x1b[K'),
  };
}
