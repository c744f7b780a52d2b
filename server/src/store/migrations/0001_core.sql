-- The core: a workspace's people, work, requests and ledger.
-- The workspace leads every primary key and index, so that a distributed PostgreSQL can shard by it; row-level security stands
-- under every query (0002). Tables on the hot path carry no foreign keys: each would lock one team or participant row per
-- command. Operations check what they refer to, and nothing that can be referred to is ever deleted.

create table workspaces (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table teams (
  workspace uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  parent uuid,
  lead uuid,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, key)
);

create table participants (
  workspace uuid not null,
  id uuid not null,
  kind text not null check (kind in ('human', 'agent', 'system')),
  name text not null,
  email text,
  role text not null check (role in ('admin', 'member', 'guest')),
  status text not null check (status in ('active', 'paused', 'retired')),
  sponsor uuid,
  skills text[] not null default '{}',
  wip_limit int,
  origin text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (workspace, id)
);
create unique index participants_email on participants (workspace, lower(email)) where email is not null;
create index participants_name on participants (workspace, lower(name));

create table memberships (
  workspace uuid not null,
  team uuid not null,
  participant uuid not null,
  primary key (workspace, participant, team),
  foreign key (workspace, team) references teams (workspace, id),
  foreign key (workspace, participant) references participants (workspace, id)
);

create table passwords (
  workspace uuid not null,
  participant uuid not null,
  hash text not null,
  primary key (workspace, participant),
  foreign key (workspace, participant) references participants (workspace, id)
);

-- Tokens of agents, sessions of people, the operator's file and set-up links: only their SHA-256 is kept.
create table tokens (
  workspace uuid not null,
  id uuid not null,
  participant uuid not null,
  purpose text not null check (purpose in ('token', 'session', 'operator', 'setup')),
  name text not null,
  hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace, id),
  foreign key (workspace, participant) references participants (workspace, id)
);
create unique index tokens_hash on tokens (workspace, hash);
create index tokens_participant on tokens (workspace, participant);

-- A work item: where it stands. The text of its contract is in `contracts`, so that a claim does not rewrite it.
create table items (
  workspace uuid not null,
  id uuid not null,
  key text not null,
  team uuid not null,
  parent uuid,
  state text not null,
  version int not null,
  revision int not null,
  title text not null,
  type text not null,
  owner uuid not null,
  assignee uuid,
  priority smallint,
  risk text not null,
  skills text[] not null,
  labels text[] not null,
  start_at timestamptz,
  due_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ready_at timestamptz,
  ended_at timestamptz,
  fence int not null,
  run uuid,
  executor uuid,
  delivery jsonb,
  attempts smallint not null,
  failed_by uuid[] not null,
  -- Derived from the graph and the requests, kept here because the ready queue must not count.
  open_blockers int not null,
  open_children int not null,
  blocking_requests int not null,
  primary key (workspace, id)
);
create unique index items_key on items (workspace, key);
-- The ready queue: 0.1 ms at a million rows, where a NOT EXISTS over the graph collapses under load.
create index items_claimable on items (workspace, priority, ready_at, id)
  where state = 'ready' and open_blockers = 0 and open_children = 0 and blocking_requests = 0 and attempts < 3;
create index items_state on items (workspace, state, id desc);
create index items_owner on items (workspace, owner, state);
create index items_executor on items (workspace, executor) where executor is not null;
create index items_parent on items (workspace, parent) where parent is not null;

create table contracts (
  workspace uuid not null,
  item uuid not null,
  revision int not null,
  body jsonb not null,
  primary key (workspace, item, revision)
);

create table item_search (
  workspace uuid not null,
  item uuid not null,
  document tsvector not null,
  primary key (workspace, item)
);
create index item_search_document on item_search using gin (document);

-- What an import could not place, verbatim.
create table item_sources (
  workspace uuid not null,
  source text not null,
  ref text not null,
  item uuid not null,
  data jsonb not null,
  primary key (workspace, source, ref)
);
create index item_sources_item on item_sources (workspace, item);

create table dependencies (
  workspace uuid not null,
  item uuid not null,
  blocker uuid not null,
  created_at timestamptz not null,
  primary key (workspace, item, blocker)
);
create index dependencies_blocker on dependencies (workspace, blocker);

create table relations (
  workspace uuid not null,
  item uuid not null,
  kind text not null,
  other uuid not null,
  primary key (workspace, item, kind, other)
);

create table runs (
  workspace uuid not null,
  id uuid not null,
  item uuid not null,
  executor uuid not null,
  fence int not null,
  version int not null,
  origin text not null check (origin in ('claim', 'return', 'handover')),
  started_at timestamptz not null,
  lease_ms int,
  lease_expires_at timestamptz,
  seen_revision int not null,
  progress double precision,
  activity text,
  usage jsonb not null,
  signalled bigint not null default 0,
  ended_at timestamptz,
  ending text,
  ending_note text,
  verdicts jsonb,
  primary key (workspace, id)
);
-- Heartbeats change none of these columns, so they stay heap-only updates.
create index runs_live on runs (workspace, executor) where ended_at is null;
create index runs_returned on runs (workspace, executor) where ended_at is null and origin = 'return';
create index runs_item on runs (workspace, item);

-- What a live run must hear with its next heartbeat.
create table signals (
  workspace uuid not null,
  id bigint generated always as identity,
  run uuid not null,
  kind text not null,
  data jsonb not null,
  at timestamptz not null,
  primary key (workspace, run, id)
);

create table artifacts (
  workspace uuid not null,
  sha256 text not null,
  media_type text not null,
  name text not null,
  size int not null,
  content bytea not null,
  producer uuid not null,
  created_at timestamptz not null,
  primary key (workspace, sha256)
);

create table evidence (
  workspace uuid not null,
  run uuid not null,
  criterion text not null,
  artifact text not null,
  name text not null,
  item uuid not null,
  at timestamptz not null,
  primary key (workspace, run, criterion, artifact)
);
create index evidence_item on evidence (workspace, item);

create table comments (
  workspace uuid not null,
  id uuid not null,
  item uuid not null,
  author uuid,
  author_name text,
  body text not null,
  at timestamptz not null,
  primary key (workspace, item, id)
);

create table requests (
  workspace uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  version int not null,
  from_participant uuid,
  to_participant uuid,
  to_team uuid,
  to_role text,
  item uuid,
  run uuid,
  blocking boolean not null,
  due_at timestamptz,
  ladder jsonb,
  body jsonb not null,
  response jsonb,
  responder uuid,
  created_at timestamptz not null,
  first_seen_at timestamptz,
  answered_at timestamptz,
  primary key (workspace, id)
);
create index requests_open_participant on requests (workspace, to_participant) where state = 'open';
create index requests_open_team on requests (workspace, to_team) where state = 'open' and to_team is not null;
create index requests_open_role on requests (workspace, to_role) where state = 'open' and to_role is not null;
create index requests_item on requests (workspace, item) where item is not null;
create index requests_due on requests (workspace, due_at) where state = 'open' and due_at is not null;

-- The ledger. `body` is the exact text that is hashed. The number is taken as late as the row is written, so a fact has a higher one
-- than every fact that its author could have read; and never before the transaction has an id, by which it is known to be running.
create sequence event_seq cache 1;
create table events (
  workspace uuid not null,
  seq bigint not null default nextval(case when pg_current_xact_id() is not null then 'event_seq'::regclass end),
  id uuid not null,
  item uuid,
  body text not null,
  primary key (workspace, seq)
);
create index events_item on events (workspace, item, seq) where item is not null;

-- The place of every event in the ledger: dense from 1, in the order of their numbers, given out by one at a time, and only when
-- no lower number can appear any more, so that no reader of the feed ever skips an event that commits late.
create table ledger_entries (
  workspace uuid not null,
  position bigint not null,
  seq bigint not null,
  leaf_hash bytea not null,
  primary key (workspace, position)
);
create table ledger_tiles (
  workspace uuid not null,
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (workspace, level, index)
);
create table ledger_heads (
  workspace uuid primary key,
  size bigint not null,
  sealed_size bigint not null,
  -- The number of the last event that has a place.
  seq bigint not null,
  -- Once every transaction below `awaited` has ended, all numbers up to `marked` are final.
  marked bigint not null,
  awaited xid8 not null,
  frontier bytea[] not null
);
create table ledger_checkpoints (
  workspace uuid not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz not null,
  primary key (workspace, size)
);
create table ledger_keys (
  workspace uuid primary key,
  name text not null,
  public_key text not null,
  private_key text not null
);

create table idempotency_keys (
  workspace uuid not null,
  participant uuid not null,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  status smallint not null,
  answer text,
  created_at timestamptz not null,
  primary key (workspace, participant, key)
);
create index idempotency_keys_age on idempotency_keys (workspace, created_at);

-- Ends a command whose facts changed between reading and writing: the whole statement is undone and decided again.
create function expect(what text, counted bigint, wanted bigint) returns void language plpgsql as $$
begin
  if counted is distinct from wanted then
    raise exception 'expected % row(s) of %, found %', wanted, what, counted using errcode = 'CO409';
  end if;
end $$;

-- Whether an item is still as it was read: asked from within a statement, it looks past what that statement began with.
create function is_unchanged(asked uuid, item uuid, known int) returns boolean language plpgsql volatile as $$
begin
  return exists (select from items i where i.workspace = asked and i.id = item and i.version = known);
end $$;

-- The next number of a team's keys. A sequence for each team, since a counter in its row would be a lock held until every
-- commit is on disk. Runs as the owner: the application's role may not create anything.
create function create_team_sequence(team uuid) returns void language plpgsql security definer set search_path = coact as $$
begin
  execute format('create sequence %I', 'team_' || replace(team::text, '-', ''));
  execute format('grant usage on sequence %I to public', 'team_' || replace(team::text, '-', ''));
end $$;
create function next_number(team uuid) returns bigint language sql volatile as $$
  select nextval(('team_' || replace(team::text, '-', ''))::regclass)
$$;

-- Finds items by words. Under row-level security the full-text operator may not use its index, since it is not known to leak
-- nothing (18.6 ms instead of 3.8 ms at 50,000 items); so the owner searches, within the workspace that the connection serves.
-- Of very many matches five hundred are ranked (2,000 took 16 ms). Plain index scans are off: the one over the workspace would read all of it.
create function search_items(words text, most int) returns table (item uuid, rank real)
language sql stable security definer rows 20 set search_path = coact set enable_indexscan = off as $$
  with found as materialized (
    select s.item, s.document, q.query from websearch_to_tsquery('english', words) as q(query), item_search s
    where s.workspace = current_setting('coact.workspace')::uuid and s.document @@ q.query limit 500)
  select f.item, ts_rank(f.document, f.query) from found f order by 2 desc, 1 desc limit most
$$;
