import { limits } from '../limits.ts';
import type { Message, Part } from './message.ts';

export type ToldWork = { title: string; outcome: string; context: string; links: string[] };

/** The words of a message; data is told as JSON. */
export const wordsOf = ({ parts }: Pick<Message, 'parts'>): string =>
  parts.map(words).filter(Boolean).join('\n\n').slice(0, limits.textLength).trim();

const words = ({ text, data, filename }: Part): string => {
  if (text !== undefined) return text;
  if (data === undefined) return '';
  return `${filename ? `${filename}:\n` : ''}${JSON.stringify(data, null, 2)}`;
};

/** What a message asks for, as the beginning of a contract: its first line is the title, all of it the desired outcome. */
export function contractOfMessage(message: Message): ToldWork {
  const said = wordsOf(message);
  const [first = ''] = said.split('\n');
  const plain = first.replace(/^#+\s*/, '').trim();
  const named = message.parts.find(({ filename }) => filename)?.filename;
  return {
    title: clip(plain || named || 'A message without words'),
    outcome: said,
    context: '',
    links: message.parts.flatMap(({ url }) => (url?.trim() ? [url.trim()] : [])).slice(0, limits.listLength),
  };
}

const clip = (line: string) =>
  line.length <= limits.titleLength ? line : `${line.slice(0, limits.titleLength - 2)} …`;
