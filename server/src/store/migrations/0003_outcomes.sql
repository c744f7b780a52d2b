-- Outcomes: what the work is for. A tree of results with measures, each measure with its dated readings.

create table outcomes (
  workspace uuid not null,
  id uuid not null,
  title text not null,
  description text not null,
  parent uuid,
  owner uuid not null,
  state text not null check (state in ('open', 'achieved', 'abandoned')),
  measures jsonb not null,
  measures_numbered int not null,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace, id)
);
create index outcomes_parent on outcomes (workspace, parent) where parent is not null;
create index outcomes_owner on outcomes (workspace, owner) where state = 'open';

create table readings (
  workspace uuid not null,
  id bigint generated always as identity,
  outcome uuid not null,
  measure text not null,
  value double precision not null,
  at timestamptz not null,
  taken_by uuid not null,
  note text,
  primary key (workspace, outcome, measure, id)
);

-- The outcome that an item serves. Most items serve none: the index holds those that do, and counts them.
alter table items add column serves uuid;
create index items_serves on items (workspace, serves, state) where serves is not null;

do $$
declare
  named text;
begin
  foreach named in array array['outcomes', 'readings'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
end $$;
