import { styleText } from 'node:util';

export type Narrator = {
  /** Begins the next step. */
  step(number: number, title: string): void;
  /** A sentence of the story. */
  tell(sentence: string): void;
  /** What a program said. */
  quote(who: string, line: string): void;
  end(sentence: string, holds: boolean): void;
};

type Style = Parameters<typeof styleText>[0];

/** Writes the story as it happens; colours only where asked for. */
export function createNarrator(write: (text: string) => void, colour: boolean): Narrator {
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const began = Date.now();
  const clock = () => paint('dim', `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`);
  return {
    step: (number, title) => write(`\n${paint('bold', `${number}. ${title}`)}\n`),
    tell: (sentence) => write(`${clock()}  ${sentence}\n`),
    quote: (who, line) => write(`${clock()}    ${paint('cyan', who)} ${paint('dim', '|')} ${line}\n`),
    end: (sentence, holds) => write(`\n${paint(['bold', holds ? 'green' : 'red'], sentence)}\n`),
  };
}
