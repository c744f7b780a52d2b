import { isRecord } from '../is-record.ts';

/** What a line of a command's output says. */
export type Said =
  | { kind: 'text'; text: string }
  | {
      kind: 'news';
      activity?: string;
      progress?: number;
      usage?: Record<string, unknown>;
      artifact?: { path: string; name?: string; criterion?: string };
      evidence?: { criterion: string; text?: string; url?: string };
      summary?: string;
    };

type News = Omit<Extract<Said, { kind: 'news' }>, 'kind'>;

/** A line of JSON that says one of the things we know; anything else is plain text. */
export function readLine(line: string): Said {
  const value = parse(line);
  const news: News = {
    ...text(value, 'activity'),
    ...text(value, 'summary'),
    ...(typeof value['progress'] === 'number' && { progress: Math.min(1, Math.max(0, value['progress'])) }),
    ...(isRecord(value['usage']) && { usage: value['usage'] }),
    ...artifact(value['artifact']),
    ...evidence(value['evidence']),
  };
  return Object.keys(news).length > 0 ? { kind: 'news', ...news } : { kind: 'text', text: line };
}

function parse(line: string): Record<string, unknown> {
  if (!line.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function artifact(value: unknown): Pick<News, 'artifact'> {
  if (typeof value === 'string') return { artifact: { path: value } };
  if (!isRecord(value) || typeof value['path'] !== 'string') return {};
  return { artifact: { path: value['path'], ...text(value, 'name'), ...text(value, 'criterion') } };
}

function evidence(value: unknown): Pick<News, 'evidence'> {
  if (!isRecord(value) || typeof value['criterion'] !== 'string') return {};
  return { evidence: { criterion: value['criterion'], ...text(value, 'text'), ...text(value, 'url') } };
}

function text<Name extends string>(value: Record<string, unknown>, name: Name): { [Key in Name]?: string } {
  const found = value[name];
  return typeof found === 'string' && found.trim() !== '' ? ({ [name]: found } as { [Key in Name]?: string }) : {};
}
