import { z } from 'zod';
import type { Actor } from '../domain/authority.ts';
import { type Brief, type BriefFacts, makeBrief } from '../domain/brief.ts';
import { budget, criterion, risks } from '../domain/contract.ts';
import { LEAST_TOKENS } from '../domain/fit-brief.ts';
import { boundsBy, noBounds } from '../domain/policy/bounds.ts';
import type { Acting, Policy } from '../domain/policy/judge.ts';
import { workOf } from '../domain/policy/work.ts';
import type { Connection } from '../store/database.ts';
import type { StoredItem } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import { id, instant } from './resources/basics.ts';
import { usage } from './resources/usage.ts';

const verdict = z.object({ criterion: z.string(), verdict: z.enum(['pass', 'fail']), reason: z.string().nullable() });

export const briefResource = z
  .object({
    item: z.object({ id, key: z.string(), title: z.string(), revision: z.int(), type: z.string() }),
    why: z
      .array(
        z.object({
          kind: z.enum(['outcome', 'item']),
          id,
          key: z.string().nullable().describe('Null for an outcome.'),
          title: z.string(),
          outcome: z.string().describe('What will be true, in the words of the item or the outcome.'),
        }),
      )
      .describe(
        'The outcomes that the work is for, then the larger work that it is a part of, each from the nearest up.',
      ),
    contract: z.object({
      outcome: z.string(),
      scope: z.object({ included: z.array(z.string()), excluded: z.array(z.string()) }),
      criteria: z.array(criterion),
      priority: z.int().nullable(),
      risk: z.enum(risks),
      reversible: z.boolean(),
      start: instant.nullable(),
      due: instant.nullable(),
      context: z.string(),
      links: z.array(z.string()),
    }),
    authority: z.object({
      mayDecide: z.array(z.string()),
      mustAsk: z.array(z.string()),
      mustNot: z.array(z.string()),
      owner: id,
    }),
    answers: z.array(z.object({ request: id, question: z.string(), answer: z.string(), by: z.string(), at: instant })),
    dependencies: z
      .array(
        z.object({
          key: z.string(),
          title: z.string(),
          state: z.string(),
          result: z.string().nullable(),
          evidence: z.array(z.object({ name: z.string(), artifact: z.string() })),
        }),
      )
      .describe('What this work waited for, with its results.'),
    earlierAttempts: z
      .array(
        z.object({
          executor: id,
          ending: z.string(),
          note: z.string().nullable(),
          verdicts: z.array(verdict).nullable(),
        }),
      )
      .describe('Runs before this one, how they ended, and why they were returned.'),
    openRequests: z.array(z.object({ id, kind: z.string(), text: z.string() })),
    budget: budget
      .extend({
        used: usage,
        left: z.object({
          tokens: z.number().optional(),
          cost: z.number().optional(),
          minutes: z.number().optional(),
          attempts: z.number().optional(),
        }),
      })
      .nullable()
      .describe('What the work may cost, what was used of it and what is left.'),
    howToDeliver: z.string(),
    note: z.string(),
    omitted: z
      .array(z.object({ part: z.string(), left: z.string(), from: z.string() }))
      .describe('What was shortened or left out to fit `maxTokens`, and the operation that gives all of it.'),
  })
  .meta({ id: 'Brief', description: 'Everything that an executor needs to do the work.' });

const none: BriefFacts = { outcomes: [], parents: [], dependencies: [], earlier: [], openRequests: [] };

/** Whom the brief is for, and the rules that they meet. */
type Reader = { actor: Actor & Acting; policy: Policy | null };

/** For operations that give a brief. */
export const maxTokens = z
  .int()
  .min(LEAST_TOKENS)
  .max(1_000_000)
  .optional()
  .describe('The most that the brief may take, at three bytes of JSON a token: what matters least is left out.');

/** Gathers a brief's facts; an item that is known to stand alone costs no flight. */
export async function loadBrief(
  { workspace, query }: Connection,
  item: StoredItem,
  { actor, policy }: Reader,
): Promise<Brief> {
  const rules = policy ? boundsBy(policy, actor, workOf(item)) : noBounds;
  if (item.alone) return makeBrief(item, actor, none, rules);
  const [facts] = await query<BriefFacts>(sql`
    with recursive up as (
      select i.id, i.parent, i.key, i.title, i.revision, i.serves, 1 as depth from items i
      where i.workspace = ${workspace} and i.id = ${item.parent}
      union all
      select i.id, i.parent, i.key, i.title, i.revision, i.serves, up.depth + 1 from items i join up on i.id = up.parent
      where i.workspace = ${workspace} and up.depth < 20),
    served as (
      select o.id, o.parent, o.title, o.description, 1 as depth from outcomes o where o.workspace = ${workspace}
        and o.id = coalesce(${item.contract.serves}::uuid, (select up.serves from up where up.serves is not null order by up.depth limit 1))
      union all
      select o.id, o.parent, o.title, o.description, served.depth + 1 from outcomes o join served on o.id = served.parent
      where o.workspace = ${workspace} and served.depth < 20)
    select
      coalesce((select json_agg(json_build_object('id', served.id, 'title', served.title, 'description', served.description)
          order by served.depth) from served), '[]') as outcomes,
      coalesce((select json_agg(json_build_object('id', up.id, 'key', up.key, 'title', up.title, 'outcome', c.body ->> 'outcome')
          order by up.depth)
          from up join contracts c on c.workspace = ${workspace} and c.item = up.id and c.revision = up.revision), '[]') as parents,
      coalesce((select json_agg(json_build_object('key', b.key, 'title', b.title, 'state', b.state,
            'result', b.delivery ->> 'summary', 'evidence', coalesce(b.delivery -> 'evidence', '[]')) order by b.key)
          from dependencies d join items b on b.workspace = d.workspace and b.id = d.blocker
          where d.workspace = ${workspace} and d.item = ${item.id}), '[]') as dependencies,
      coalesce((select json_agg(json_build_object('executor', r.executor, 'ending', r.ending, 'note', r.ending_note,
            'verdicts', r.verdicts) order by r.started_at)
          from runs r where r.workspace = ${workspace} and r.item = ${item.id} and r.ended_at is not null), '[]') as earlier,
      coalesce((select json_agg(json_build_object('id', q.id, 'kind', q.kind, 'text', q.body ->> 'text') order by q.id)
          from requests q where q.workspace = ${workspace} and q.item = ${item.id} and q.state = 'open'), '[]') as "openRequests"`);
  return makeBrief(item, actor, facts ?? none, rules);
}
