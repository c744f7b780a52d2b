import type { Connection } from './database.ts';
import { sql } from './sql.ts';

export type StoredArtifact = {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
  producer: string;
  createdAt: number;
  /** Empty once it has been erased. */
  content: Buffer;
  erasedAt: number | null;
};

/** Finds an artifact by the SHA-256 of its content, or null. */
export async function findArtifact({ workspace, query }: Connection, sha256: string): Promise<StoredArtifact | null> {
  const [row] = await query<StoredArtifact>(sql`
    select sha256, name, media_type as "mediaType", size, producer, created_at as "createdAt",
      coalesce(content, '') as content, erased_at as "erasedAt" from artifacts
    where workspace = ${workspace} and sha256 = ${sha256.toLowerCase()}`);
  return row ?? null;
}
