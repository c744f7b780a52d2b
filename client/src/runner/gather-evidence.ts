import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, resolve, sep } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Client, EvidenceInput } from '../index.ts';

/** The most that an artifact may have, in bytes; of texts that are longer the end is kept. */
const most = 10_000_000;
const kinds: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** What shows that the work is done, as it comes in. Everything is for all criteria that it does not name one of. */
export type Evidence = {
  /** Uploads a file of the workplace as it is now. */
  file(said: { path: string; name?: string; criterion?: string }): void;
  text(name: string, text: string): Promise<void>;
  said(evidence: EvidenceInput): void;
  /** For every criterion what was named for it, and what was named for none; `output` stands in where there is nothing else. */
  forCriteria(criteria: readonly { id: string }[], output: string): Promise<EvidenceInput[]>;
};

export type GatherOptions = { client: Client; folder: string; complain: (text: string) => void };

export function gatherEvidence({ client, folder, complain }: GatherOptions): Evidence {
  const named: EvidenceInput[] = [];
  const general: Omit<EvidenceInput, 'criterion'>[] = [];
  const uploads: Promise<void>[] = [];
  const keep = (criterion: string | undefined, one: Omit<EvidenceInput, 'criterion'>) =>
    void (criterion === undefined ? general.push(one) : named.push({ criterion, ...one }));

  async function upload({
    path,
    name = basename(path),
    criterion,
  }: {
    path: string;
    name?: string;
    criterion?: string;
  }) {
    const content = await readInside(folder, path);
    const made = await client.artifact.create({ name: name.slice(0, 120), ...asArtifact(content, name) });
    keep(criterion, { artifact: made.sha256, name: made.name });
  }
  async function text(name: string, content: string) {
    const made = await client.artifact.create({ name, text: lastBytes(content) || '(nothing)' });
    keep(undefined, { artifact: made.sha256, name: made.name });
  }
  return {
    file(said) {
      const uploading = upload(said).catch((error: unknown) =>
        complain(`${said.path} was not kept: ${error instanceof Error ? error.message : String(error)}`),
      );
      uploads.push(uploading);
    },
    text,
    said: (one) => void named.push(one),
    async forCriteria(criteria, output) {
      await Promise.all(uploads);
      const bare = criteria.filter(({ id }) => !named.some(({ criterion }) => criterion === id));
      if (bare.length > 0 && general.length === 0) await text('output.txt', output);
      const known = new Set(criteria.map(({ id }) => id));
      const shared = (bare.length > 0 ? bare : criteria).flatMap(({ id }) =>
        general.map((one) => ({ criterion: id, ...one })),
      );
      return [...named.filter(({ criterion }) => known.has(criterion)), ...shared].slice(0, 200);
    },
  };
}

/** What a model wrote may name any file: only those of the workplace are shown to others. */
async function readInside(folder: string, path: string): Promise<Buffer> {
  const [root, file] = await Promise.all([realpath(folder), realpath(resolve(folder, path))]);
  if (!file.startsWith(root + sep)) throw new Error('it is not in the working directory');
  const { size } = await stat(file);
  if (size > most) throw new Error(`it has ${size} bytes, and ${most} are the most`);
  return readFile(file);
}

function asArtifact(
  content: Buffer,
  name: string,
): { text: string; mediaType: string } | { base64: string; mediaType: string } {
  const mediaType = kinds[extname(name).toLowerCase()];
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    if (!text.includes('\0')) return { text, mediaType: mediaType ?? 'text/plain' };
  } catch {
    // It is no text, and goes as it is.
  }
  return { base64: content.toString('base64'), mediaType: mediaType ?? 'application/octet-stream' };
}

/** A megabyte of output says enough; its end says most. */
function lastBytes(text: string): string {
  return text.length > 1_000_000 ? `…\n${text.slice(-1_000_000)}` : text;
}
