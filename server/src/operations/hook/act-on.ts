import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Check, type Finish, type Intake, isNamed, spreadEvidence } from '../../domain/webhook/inbound.ts';
import type { StoredHook } from '../../store/hooks.ts';
import checkReport from '../check/report.ts';
import type { Operation } from '../define.ts';
import type { Outcome } from '../execute.ts';
import itemCreate from '../item/create.ts';
import itemGet from '../item/get.ts';
import type { ItemResource } from '../resources/item.ts';
import runDeliver from '../run/deliver.ts';
import runRelease from '../run/release.ts';
import workClaim from '../work/claim.ts';

/** Calls an operation as the participant of the address; what has a step is done once for a delivery, however often it comes. */
export type Call = (operation: Operation, input: object, step?: string) => Promise<Outcome>;
export type Acting = { hook: StoredHook; call: Call };
export type Done = { outcome: 'done' | 'ignored'; item: string | null; because?: string };

const done = (item: string): Done => ({ outcome: 'done', item });

/** Does what was told, by the operations that everybody uses. */
export async function actOn(told: Intake | Check | Finish, acting: Acting): Promise<Done | Refusal> {
  if (told.act === 'intake') return takeIn(told, acting);
  return told.act === 'check' ? reportCheck(told, acting) : finish(told, acting);
}

async function takeIn({ act: _, ...said }: Intake, { hook, call }: Acting): Promise<Done | Refusal> {
  const team = hook.team ? { team: hook.team } : {};
  const made = await call(itemCreate, { ...said, ...team, intake: true }, 'create');
  return isRefusal(made) ? made : done((made.body as ItemResource).id);
}

/** Of the items that may be meant, the first that there is. */
async function reportCheck({ act: _, items, ...check }: Check, { hook, call }: Acting): Promise<Done | Refusal> {
  const { criterion = hook.criteria.find(({ check: name }) => name === check.name)?.criterion, ...said } = check;
  for (const id of items) {
    const reported = await call(checkReport, { id, ...said, ...(criterion && { criterion }) }, `check ${id}`);
    if (!isRefusal(reported)) return done((reported.body as { item: string }).item);
    if (reported.refused !== 'not_found') return reported;
  }
  return { outcome: 'ignored', item: null, because: `there is no item ${items.join(' or ')}` };
}

type Claimed = { item: ItemResource; run: { id: string; fence: number } };

/** Delivers work of the participant: what it holds, else what it can claim now. */
async function finish({ item: named, summary, evidence }: Finish, { hook, call }: Acting): Promise<Done | Refusal> {
  const claimed = await holdOf(named, { hook, call });
  if (isRefusal(claimed)) return claimed;
  const { item, run, isNew } = claimed;
  const unknown = evidence.find(
    ({ criterion }) => criterion !== undefined && !item.criteria.some((one) => isNamed(one, criterion)),
  );
  const shown = spreadEvidence(item.criteria, evidence);
  const delivered = unknown
    ? refuse('unknown_reference', { field: 'evidence', criterion: unknown.criterion })
    : await call(runDeliver, { ...run, summary, evidence: shown }, `deliver ${run.id}`);
  if (!isRefusal(delivered)) return done(item.id);
  // What was claimed for this alone is not kept from others.
  if (isNew) await call(runRelease, { ...run, reason: 'It could not be handed in.' });
  return delivered;
}

async function holdOf(named: string, { hook, call }: Acting): Promise<(Claimed & { isNew: boolean }) | Refusal> {
  const found = await call(itemGet, { id: named });
  if (isRefusal(found)) return found;
  const item = found.body as ItemResource;
  if (item.run && item.executor === hook.participant)
    return { item, run: { id: item.run.id, fence: item.fence }, isNew: false };
  const claimed = await call(workClaim, { item: item.id });
  if (isRefusal(claimed)) return claimed;
  const { run } = claimed.body as Claimed;
  return { item, run: { id: run.id, fence: run.fence }, isNew: true };
}
