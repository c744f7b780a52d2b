import type { Item, ItemReadinessOutput } from 'coact';
import { server, type Trouble } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';

export type ReadinessAnswer = { answer: ItemReadinessOutput | null; trouble: Trouble | null };

/** What a draft still lacks, as the definition of ready says; nothing of work that is past it. */
export const useReadiness = ({ id, version, state }: Item): ReadinessAnswer =>
  useQuery(`${id}.${version}`, async () => (state === 'draft' ? server.item.readiness({ id }) : null));
