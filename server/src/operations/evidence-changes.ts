import { createHash } from 'node:crypto';
import { z } from 'zod';
import { line } from '../domain/contract.ts';
import { limits } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Evidence } from '../domain/work-item.ts';
import type { Connection } from '../store/database.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';

/** What shows that a criterion is met: an artifact uploaded before, or a text or link that becomes one here. */
export const evidenceInput = z
  .object({
    criterion: z.string().min(1).max(64),
    artifact: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('The SHA-256 that `artifact.create` gave.'),
    text: z.string().min(1).max(limits.textLength).optional(),
    url: z.url().max(2_000).optional(),
    name: line(limits.nameLength).optional(),
  })
  .refine((one) => [one.artifact, one.text, one.url].filter((given) => given !== undefined).length === 1, {
    message: 'needs exactly one of artifact, text and url',
  })
  .meta({
    id: 'EvidenceInput',
    description: 'What shows that a criterion is met: exactly one of artifact, text and url.',
  });

export type Artifact = { sha256: string; mediaType: string; name: string; content: Buffer };

export function makeArtifact({ content, mediaType, name }: Omit<Artifact, 'sha256'>): Artifact {
  return { sha256: createHash('sha256').update(content).digest('hex'), mediaType, name, content };
}

export type Gathered = { evidence: Evidence[]; artifacts: Artifact[] };

/** Turns what was sent into evidence; refuses an artifact that was never uploaded. */
export async function gatherEvidence(
  connection: Connection,
  sent: readonly z.output<typeof evidenceInput>[],
): Promise<Gathered | Refusal> {
  const artifacts: Artifact[] = [];
  const evidence = sent.map(({ criterion, artifact, text, url, name }): Evidence => {
    if (artifact) return { criterion, artifact, name: name ?? artifact.slice(0, 12) };
    const content = Buffer.from(text ?? url ?? '', 'utf8');
    const made = makeArtifact({
      content,
      mediaType: text === undefined ? 'text/uri-list' : 'text/plain',
      name: name ?? (text === undefined ? 'link' : 'note'),
    });
    artifacts.push(made);
    return { criterion, artifact: made.sha256, name: made.name };
  });
  const unknown = await findUnknown(
    connection,
    sent.flatMap(({ artifact }) => artifact ?? []),
  );
  return unknown ? refuse('unknown_reference', { field: 'evidence', artifact: unknown }) : { evidence, artifacts };
}

async function findUnknown({ workspace, query }: Connection, named: readonly string[]): Promise<string | null> {
  if (named.length === 0) return null;
  const known = await query<{ sha256: string }>(sql`
    select sha256 from artifacts where workspace = ${workspace} and sha256 = any(${named}::text[]) and content is not null`);
  return named.find((one) => !known.some(({ sha256 }) => sha256 === one)) ?? null;
}

/** Keeps artifacts by their content: the same bytes twice are one artifact, of whoever brought them first. */
export function keepArtifacts(
  { actor, changes, connection: { workspace }, now }: CommandContext,
  artifacts: readonly Artifact[],
): void {
  if (artifacts.length === 0) return;
  const unique = [...new Map(artifacts.map((one) => [one.sha256, one])).values()];
  changes.also(
    sql`insert into artifacts (workspace, sha256, media_type, name, size, content, producer, created_at)
      select ${workspace}::uuid, a.sha256, a.media_type, a.name, length(a.content), a.content, ${actor.id}::uuid, ${new Date(now).toISOString()}::timestamptz
      from unnest(${unique.map((a) => a.sha256)}::text[], ${unique.map((a) => a.mediaType)}::text[], ${unique.map((a) => a.name)}::text[],
        ${unique.map((a) => a.content)}::bytea[]) as a(sha256, media_type, name, content)
      on conflict do nothing returning 1`,
    'any',
  );
  // What was erased and is brought again is there again. Not by the conflict above, which would lock every row that it meets.
  changes.also(
    sql`update artifacts set content = a.content, erased_at = null
      from unnest(${unique.map((a) => a.sha256)}::text[], ${unique.map((a) => a.content)}::bytea[]) as a(sha256, content)
      where artifacts.workspace = ${workspace} and artifacts.sha256 = a.sha256 and artifacts.content is null returning 1`,
    'any',
  );
}

/** Binds evidence to the run that brought it. */
export function keepEvidence(
  { changes, connection: { workspace }, now }: CommandContext,
  run: { id: string; item: { id: string } },
  evidence: readonly Evidence[],
): void {
  if (evidence.length === 0) return;
  changes.also(
    sql`insert into evidence (workspace, run, criterion, artifact, name, item, at)
      select ${workspace}::uuid, ${run.id}::uuid, e.criterion, e.artifact, e.name, ${run.item.id}::uuid, ${new Date(now).toISOString()}::timestamptz
      from unnest(${evidence.map((e) => e.criterion)}::text[], ${evidence.map((e) => e.artifact)}::text[], ${evidence.map((e) => e.name)}::text[])
        as e(criterion, artifact, name)
      on conflict do nothing returning 1`,
    'any',
  );
}
