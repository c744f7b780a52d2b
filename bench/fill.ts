import type pg from 'pg';

/** Fills the database with a backlog, by SQL of the shape that the operations write. */

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'zu',
  'bra',
  'cle',
  'dri',
  'flo',
  'gru',
];
/** Each occurs in about 3 % of the items. */
export const words = syllables.flatMap((first) => syllables.map((last) => `${first}${last}n`));

/** What somebody has typed who is not done with a word yet: two letters of it, or more. */
export const beginnings = [...new Set(words.flatMap((word) => [2, 3, 4].map((letters) => word.slice(0, letters))))];

export type Owner = { workspace: string; operator: string; team: string };

/** Numbers that the server gives out afterwards are above those that are filled in. */
const NEXT_NUMBER = 10_000_001;

/** Connects as the database's owner, whom row-level security does not bind. */
export async function prepareFill(admin: pg.Client, { team }: Owner): Promise<void> {
  await admin.query(
    `set time zone 'UTC'; set search_path to coact, pg_temp; set work_mem = '64MB'; set synchronous_commit = off`,
  );
  await admin.query(
    `create temp table vocabulary as select array_agg(w) as words from unnest(string_to_array('${words.join(' ')}', ' ')) w`,
  );
  await admin.query(`create function pg_temp.words(n bigint, salt int, count int) returns text language sql stable as $$
    select string_agg(v.words[1 + (hashint8(n * 31 + k * 7919 + salt) & 2147483647) % ${words.length}], ' ')
    from generate_series(1, count) k, vocabulary v $$`);
  await admin.query(
    `create temp table fill (n bigint primary key, id uuid not null, kind text not null, title text, outcome text)`,
  );
  await admin.query(`select setval('team_${team.replaceAll('-', '')}', ${NEXT_NUMBER})`);
}

/** `n` counts the items: 60 % blocked, 15 % drafts, 10 % done, and 5 % each ready, active and cancelled; or all of them ended. */
const kinds = {
  mixed: `case when n % 100 < 60 then 'blocked' when n % 100 < 75 then 'draft' when n % 100 < 85 then 'done'
      when n % 100 < 90 then 'ready' when n % 100 < 95 then 'active' else 'cancelled' end`,
  ended: `case when n % 3 < 2 then 'done' else 'cancelled' end`,
};

export type Share = { from: number; to: number; kind?: keyof typeof kinds };

/** Fills up from `from` to `to` items. */
export async function fill(admin: pg.Client, owner: Owner, { from, to, kind = 'mixed' }: Share): Promise<void> {
  const step = 50_000;
  for (let first = from; first < to; first += step)
    await fillPart(admin, owner, { from: first, to: Math.min(to, first + step), kind });
  await admin.query('vacuum analyze items, contracts, runs, item_search, dependencies');
  await admin.query('checkpoint');
}

async function fillPart(
  admin: pg.Client,
  { workspace, operator, team }: Owner,
  { from, to, kind }: Required<Share>,
): Promise<void> {
  await admin.query('truncate fill');
  await admin.query(`insert into fill select n, uuidv7(), ${kinds[kind]},
      pg_temp.words(n, 1, 5), pg_temp.words(n, 2, 12) from generate_series(${from}, ${to - 1}) n order by n`);
  await admin.query(`insert into items (workspace, id, key, team, parent, state, version, revision, title, type, owner, assignee, priority,
      risk, skills, labels, start_at, due_at, created_by, created_at, updated_at, ready_at, ended_at, fence, run, executor, delivery,
      attempts, failed_by, open_blockers, open_children, blocking_requests)
    select '${workspace}', id, 'GEN-' || n + 1, '${team}', null, case kind when 'blocked' then 'ready' else kind end, 2, 1, title,
      (array['task', 'bug', 'feature'])[1 + n % 3], '${operator}', null, 1 + n % 4, 'medium', '{}', array['l' || n % 20], null, null,
      '${operator}', now(), now(), case when kind in ('blocked', 'ready', 'active') then now() - n * interval '1 ms' end,
      case when kind in ('done', 'cancelled') then now() end, case kind when 'active' then 1 else 0 end,
      case kind when 'active' then id end, case kind when 'active' then '${operator}'::uuid end, null, 0, '{}',
      case kind when 'blocked' then 1 else 0 end, 0, 0 from fill order by n`);
  await admin.query(
    `insert into contracts (workspace, item, revision, body) select '${workspace}', id, 1, ${contract('title', 'outcome', '1 + n % 4', operator)} from fill order by n`,
  );
  await admin.query(`insert into item_search (workspace, item, document)
    select '${workspace}', id, setweight(to_tsvector('english', 'GEN-' || n + 1 || ' ' || title), 'A') || setweight(to_tsvector('english', outcome), 'B') from fill order by n`);
  await admin.query(`insert into dependencies (workspace, item, blocker, created_at)
    select '${workspace}', f.id, b.id, now() from fill f join fill b on b.n = f.n - f.n % 100 + 60 + f.n % 15 where f.kind = 'blocked'`);
  // A person's run: it has no lease that could end while we measure.
  await admin.query(`insert into runs (workspace, id, item, executor, fence, version, origin, started_at, lease_ms, lease_expires_at, seen_revision, usage)
    select '${workspace}', id, id, '${operator}', 1, 1, 'claim', now(), null, null, 1, '{"cost": 0, "tokens": 0, "minutes": 0}' from fill where kind = 'active'`);
}

export const contract = (title: string, outcome: string, priority: string, owner: string) => `jsonb_build_object(
  'title', ${title}, 'owner', '${owner}', 'outcome', ${outcome}, 'scope', '{"included": [], "excluded": []}'::jsonb,
  'criteria', '[{"id": "c1", "text": "The result is there", "check": "Somebody looks", "required": true}]'::jsonb, 'criteriaNumbered', 1,
  'priority', ${priority}, 'risk', 'medium', 'reversible', true, 'type', 'task', 'serves', null, 'skills', '[]'::jsonb, 'labels', '[]'::jsonb,
  'start', null, 'due', null, 'budget', null, 'context', '', 'links', '[]'::jsonb, 'answers', '[]'::jsonb)`;
