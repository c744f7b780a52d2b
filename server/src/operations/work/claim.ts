import { z } from 'zod';
import { type ClaimFacts, claim, report } from '../../domain/execute-work.ts';
import { fitBrief } from '../../domain/fit-brief.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { sightOf } from '../../domain/sight.ts';
import type { WorkEvent } from '../../domain/work-item.ts';
import { findAllowances } from '../../store/budgets.ts';
import { type NextItem, type StoredItem, lockNext } from '../../store/items.ts';
import { sql } from '../../store/sql.ts';
import { executorOf } from '../../store/people.ts';
import { briefResource, loadBrief, maxTokens } from '../brief.ts';
import { loadClaimFacts } from '../claim-facts.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { exampleBrief, exampleItem, ids } from '../examples.ts';
import { workFacts } from '../item-facts.ts';
import { requireItem, requireTeam } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';
import { changed, itemResource, showItem } from '../resources/item.ts';
import { runClaim, showRunClaim } from '../resources/run.ts';

const input = z.object({
  item: idOrKey.optional().describe('Without it, the next ready item that you are able to do: by priority, then age.'),
  team: z.string().max(100).optional().describe("Only this team's work."),
  skills: z
    .array(z.string().min(1).max(limits.labelLength))
    .max(limits.listLength)
    .optional()
    .describe('Only work that needs no other skills than these of yours.'),
  lease: z
    .int()
    .min(limits.leaseMin)
    .max(limits.leaseMax)
    .default(limits.leaseDefault)
    .describe('Seconds until the claim ends unless renewed; people have no lease.'),
  maxTokens,
});

type Loaded = { item: StoredItem; facts: ClaimFacts } | null;

export default command({
  name: 'work.claim',
  summary: 'Take the next ready item that you are able to do, under a lease, with everything needed to do it.',
  http: 'POST /v1/work/claim',
  locks: true,
  maybeEmpty: true,
  input,
  output: z.object({ item: itemResource, run: runClaim, brief: briefResource }).meta({ id: 'Claim' }),
  needs: { action: 'work.claim', facts: (loaded: Loaded) => workFacts({ item: loaded?.item ?? null }) },
  refuses: [
    'not_found',
    'unknown_reference',
    'not_ready',
    'wrong_state',
    'blocked',
    'waiting',
    'held_back',
    'too_early',
    'already_claimed',
    'not_active',
    'not_your_team',
    'assigned_elsewhere',
    'lacks_skill',
    'over_wip',
    'over_budget',
  ],
  example: {
    input: { lease: 600 },
    output: {
      item: { ...exampleItem, state: 'active', executor: ids.bot, fence: 7, version: 3 },
      run: { id: ids.run, fence: 7, leaseExpiresAt: '2026-01-05T09:10:00.000Z' },
      brief: exampleBrief,
    },
  },

  async load(context, wanted): Promise<Loaded | Refusal> {
    const found = wanted.item ? await findNamed(context, wanted.item) : await findNext(context, wanted);
    if (!found || isRefusal(found)) return found;
    const { allowances, ...item } = found;
    return { item, facts: await loadClaimFacts(context.connection, item, { actor: context.actor, allowances }) };
  },

  async decide({ actor, connection, changes, ids: fresh, now, policy }, loaded, { lease, maxTokens: most }) {
    if (!loaded) return null;
    const { item, facts } = loaded;
    const events = isReturned(item, actor.id)
      ? report(item, { fence: item.fence }, now)
      : claim(item, { run: fresh.next(), executor: executorOf(actor), leaseMs: lease * 1000 }, facts, now);
    if (isRefusal(events)) return events;

    const after = changes.item(item, events satisfies WorkEvent[], { allowances: facts.allowances ?? [] });
    // Whoever is paused at this instant waits for this lock, or makes it fail: nobody paused is left with a live run.
    changes.also(
      sql`select 1 from participants where workspace = ${connection.workspace} and id = ${actor.id} and status = 'active' for share`,
    );
    const brief = fitBrief(await loadBrief(connection, item, { actor, policy }), most ?? Infinity) as z.input<
      typeof briefResource
    >;
    return { item: showItem(changed(item, after), now), run: showRunClaim(after), brief };
  },
});

/** Work that came back to its executor from review and that they have not taken up yet: they go on with it. */
const isReturned = (item: StoredItem, actor: string) =>
  item.run?.executor === actor && item.runOrigin === 'return' && item.runVersion === 1;

async function findNamed({ connection, actor, now }: CommandContext, named: string): Promise<NextItem | Refusal> {
  const [item, allowances] = await Promise.all([
    requireItem(connection, named),
    findAllowances(connection, { executor: actor.id, item: named, now }),
  ]);
  return isRefusal(item) ? item : { ...item, allowances };
}

async function findNext(
  { connection, actor, now }: CommandContext,
  wanted: z.output<typeof input>,
): Promise<NextItem | null | Refusal> {
  const team = wanted.team === undefined ? null : await requireTeam(connection, wanted.team, actor.teams);
  if (isRefusal(team)) return team;
  const elsewhere = team !== null && actor.kind !== 'human' && actor.teams.length > 0 && !actor.teams.includes(team.id);
  if (elsewhere) return refuse('not_your_team', { team: team.id });
  const own = actor.kind === 'human' ? null : actor.skills;
  const skills = wanted.skills && own ? own.filter((skill) => wanted.skills?.includes(skill)) : (wanted.skills ?? own);
  const filter = { executor: actor.id, teams: team ? [team.id] : actor.teams, skills, now };
  return connection.seeing(sightOf(actor), () => lockNext(connection, filter));
}
