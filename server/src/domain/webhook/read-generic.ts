import type { z } from 'zod';
import { type Told, genericForm } from './inbound.ts';

/** What the generic form tells, or what is wrong with it. */
export function readGeneric(json: unknown): Told | z.ZodError {
  const parsed = genericForm.safeParse(json);
  if (!parsed.success) return parsed.error;
  const said = withoutUndefined(parsed.data);
  if (said.type === 'intake') {
    const { type: _, ...intake } = said;
    return { act: 'intake', ...intake } as Told;
  }
  if (said.type === 'finish') return { act: 'finish', item: said.item, summary: said.summary, evidence: said.evidence };
  const { type: _, item, ...check } = said;
  return { act: 'check', items: [item], ...check } as Told;
}

const withoutUndefined = <T extends object>(said: T): T =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as T;
