-- Work that comes over A2A: what a team takes in and on what terms, the conversation that an item came with, and where to tell of it.

-- What a team says about its intake; a team without a row takes work in as drafts.
create table intakes (
  workspace uuid not null,
  team uuid not null,
  description text not null,
  tags text[] not null,
  examples text[] not null,
  -- Whether agents elsewhere may send work.
  takes boolean not null,
  -- Whether those who have not signed in may read of it.
  listed boolean not null,
  -- Whether what it makes ready is committed at once.
  commits boolean not null,
  -- What new work begins with: parts of a contract.
  contract jsonb not null,
  set_by uuid not null,
  version int not null default 1,
  updated_at timestamptz not null,
  primary key (workspace, team)
);

-- The items that came as a message, and whose conversation each is.
create table a2a_tasks (
  workspace uuid not null,
  item uuid not null,
  participant uuid not null,
  context text not null,
  -- Whether their participant has taken them back.
  taken_back boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace, item)
);
create index a2a_tasks_of on a2a_tasks (workspace, participant, item);

-- Every message, once for each participant and id: whoever sends one again finds what the first has done.
create table a2a_messages (
  workspace uuid not null,
  participant uuid not null,
  message text not null,
  item uuid not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (workspace, participant, message)
);
create index a2a_messages_item on a2a_messages (workspace, item, at);

-- Where somebody wants to be told of a task, and what is still to be told.
create table a2a_pushes (
  workspace uuid not null,
  item uuid not null,
  id text not null,
  participant uuid not null,
  url text not null,
  -- Sealed, since they are sent with each notification; no answer shows them.
  token text not null,
  scheme text not null,
  credentials text not null,
  pending boolean not null default true,
  -- A digest of what was told last.
  told text,
  attempts int not null default 0,
  first_at timestamptz,
  next_at timestamptz not null,
  lease uuid,
  leased_until timestamptz,
  created_at timestamptz not null,
  primary key (workspace, item, id)
);
create index a2a_pushes_due on a2a_pushes (workspace, next_at);

-- The place in the ledger up to which it was seen who has to be told.
create table a2a_cursors (
  workspace uuid not null,
  place bigint not null,
  primary key (workspace)
);

-- Participants that are agents elsewhere: where their card is, and with what they are called.
create table a2a_remotes (
  workspace uuid not null,
  participant uuid not null,
  url text not null,
  scheme text not null,
  -- Sealed, since it is called with them; no answer and no event holds it.
  credentials text not null,
  updated_at timestamptz not null,
  -- When it answered last; what went wrong since, in words, and since when.
  heard_at timestamptz,
  trouble text,
  trouble_at timestamptz,
  primary key (workspace, participant)
);

-- A run whose executor is an agent elsewhere: what it calls the task, and when it is asked next.
create table a2a_delegations (
  workspace uuid not null,
  run uuid not null,
  item uuid not null,
  participant uuid not null,
  fence int not null,
  task text,
  context text,
  -- What it said last, and the question that this has become.
  told text,
  question uuid,
  misses int not null default 0,
  ended boolean not null default false,
  next_at timestamptz not null,
  lease uuid,
  leased_until timestamptz,
  primary key (workspace, run)
);
create index a2a_delegations_due on a2a_delegations (workspace, next_at) where not ended;

do $$
declare
  named text;
begin
  foreach named in array array['intakes', 'a2a_tasks', 'a2a_messages', 'a2a_pushes', 'a2a_cursors',
      'a2a_remotes', 'a2a_delegations'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
  foreach named in array array['a2a_tasks', 'a2a_messages', 'a2a_pushes', 'a2a_delegations'] loop
    execute format('create policy in_sight on %I as restrictive using (item_in_sight(item))', named);
  end loop;
end $$;
create policy in_sight on intakes as restrictive using (team_in_sight(team));
create policy in_sight on a2a_cursors as restrictive using (current_setting('coact.sight') = '');
create policy in_sight on a2a_remotes as restrictive using (person_in_sight(participant));
