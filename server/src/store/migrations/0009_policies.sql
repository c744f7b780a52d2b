-- Decision authority as data: what the rules of the workspace, of a team, of a type of work or of one item were, version by
-- version. The last version of each is in force; the base rules are in the program and always count.
create table policies (
  workspace uuid not null,
  scope text not null check (scope in ('workspace', 'team', 'type', 'item')),
  -- The id of the team or the item, or the type of work; empty for the workspace.
  target text not null,
  version int not null,
  rules jsonb not null,
  by uuid not null,
  at timestamptz not null,
  note text,
  primary key (workspace, scope, target, version)
);

-- How far an agent acts alone: its level, levels by type of work, and the ceiling. Null: as usual.
alter table participants add column autonomy jsonb;

-- Few at any time: what waits for approval is in the inbox of all who may approve it.
create index requests_proposals on requests (workspace) where state = 'open' and kind = 'proposal';

alter table policies enable row level security;
alter table policies force row level security;
create policy own_workspace on policies using (workspace = current_setting('coact.workspace')::uuid);
create trigger append_only before update or delete or truncate on policies for each statement execute function refuse_change();

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert on policies to coact_app;
  end if;
end $$;
