-- Webhooks out: what is sent where, what waits to be sent, every attempt. Webhooks in: addresses, and what came there.

create table webhooks (
  workspace uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  carries text not null check (carries in ('events', 'assignments')),
  -- With whose eyes the facts are chosen; of assignments, whose work they are.
  participant uuid not null,
  types text[] not null,
  team uuid,
  item uuid,
  actor uuid,
  status text not null default 'active' check (status in ('active', 'disabled')),
  disabled_because text,
  -- Sealed, since it signs; no answer but the first, and no event, holds it.
  secret text not null,
  -- The secret before this one, with which deliveries are signed as well until then.
  previous_secret text,
  previous_until timestamptz,
  -- The place in the ledger up to which everything that fits was put into the outbox.
  cursor bigint not null,
  -- Since when every attempt has failed.
  failing_since timestamptz,
  -- While it fails, it is left alone until then.
  retry_at timestamptz,
  created_by uuid not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace, id)
);
create index webhooks_active on webhooks (workspace, id) where status = 'active';

-- The outbox: a row for each fact that a webhook carries, found by its place, so that none is there twice. To an agent one fact may
-- mean two things: its run has ended, and the work is its own to begin anew.
create table webhook_deliveries (
  workspace uuid not null,
  id uuid not null,
  webhook uuid not null,
  -- The place of the fact in the ledger; 0 for a test.
  place bigint not null,
  event uuid,
  type text not null,
  -- What is delivered in the order of places: the item, or what else the fact is about.
  lane uuid not null,
  item uuid,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'dead', 'skipped')),
  attempts int not null default 0,
  -- Since when it is tried; a replay begins anew.
  first_at timestamptz,
  next_at timestamptz not null,
  lease uuid,
  leased_until timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, webhook) references webhooks (workspace, id) on delete cascade
);
create unique index webhook_deliveries_place on webhook_deliveries (workspace, webhook, place, type) where place > 0;
create index webhook_deliveries_due on webhook_deliveries (workspace, webhook, next_at) where state = 'pending';
create index webhook_deliveries_lane on webhook_deliveries (workspace, webhook, lane, place) where state = 'pending';
create index webhook_deliveries_state on webhook_deliveries (workspace, webhook, state, id);
create index webhook_deliveries_ended on webhook_deliveries (workspace, ended_at) where state in ('delivered', 'skipped');

create table webhook_attempts (
  workspace uuid not null,
  delivery uuid not null,
  n int not null,
  at timestamptz not null,
  -- Null where no answer came.
  status int,
  ms int not null,
  error text,
  primary key (workspace, delivery, n),
  foreign key (workspace, delivery) references webhook_deliveries (workspace, id) on delete cascade
);

-- Addresses at which other systems tell of something.
create table hooks (
  workspace uuid not null,
  id uuid not null,
  name text not null,
  form text not null check (form in ('generic', 'github')),
  -- The system in whose name it acts.
  participant uuid not null,
  allows text[] not null,
  team uuid,
  labels text[] not null,
  criteria jsonb not null,
  enabled boolean not null default true,
  secret text not null,
  previous_secret text,
  previous_until timestamptz,
  created_by uuid not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace, id)
);

-- What came, by what tells it from all others: its id, or what it said. What acted once never acts again.
create table hook_receipts (
  workspace uuid not null,
  hook uuid not null,
  delivery text not null,
  at timestamptz not null,
  kind text not null,
  outcome text not null,
  item uuid,
  primary key (workspace, hook, delivery),
  foreign key (workspace, hook) references hooks (workspace, id) on delete cascade
);
create index hook_receipts_at on hook_receipts (workspace, hook, at);

do $$
declare
  named text;
begin
  foreach named in array array['webhooks', 'webhook_deliveries', 'webhook_attempts', 'hooks', 'hook_receipts'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    -- Whoever sees only a part of the workspace sees none of these.
    execute format('create policy in_sight on %I as restrictive using (current_setting(''coact.sight'') = '''')', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
end $$;
