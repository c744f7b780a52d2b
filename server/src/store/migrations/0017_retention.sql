-- How long what people and agents brought is kept, what may not be deleted meanwhile, and the names of people beside the ledger.

-- One row: the last of the settings; each change of them is a fact.
create table retention (
  workspace uuid primary key,
  -- Days after the end of the work for which contents of artifacts are kept; null: for ever.
  artifacts int,
  by uuid not null,
  at timestamptz not null
);

alter table artifacts alter column content drop not null;
alter table artifacts add column erased_at timestamptz;
create index artifacts_kept on artifacts (workspace, created_at) where content is not null;

-- Legal holds: what they cover is neither erased nor made anonymous until they are lifted.
create table holds (
  workspace uuid not null,
  id uuid not null,
  scope text not null check (scope in ('workspace', 'outcome', 'item', 'participant')),
  -- Null for the whole workspace.
  target uuid,
  reason text not null,
  by uuid not null,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  primary key (workspace, id)
);
create index holds_live on holds (workspace, scope, target) where lifted_at is null;

-- What the facts of the ledger only commit to: SHA-256(salt ‖ value) stands in the fact. Without the row nobody can tell
-- from the fact what the value was, and the fact stays as it was hashed.
create table personal_data (
  workspace uuid not null,
  id uuid not null,
  participant uuid not null,
  field text not null,
  salt bytea not null,
  value text not null,
  primary key (workspace, id)
);
create index personal_data_participant on personal_data (workspace, participant);

do $$
declare
  named text;
begin
  foreach named in array array['retention', 'holds', 'personal_data'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
end $$;
-- Whoever sees only a part of the workspace sees none of these.
create policy in_sight on personal_data as restrictive using (current_setting('coact.sight') = '');
create policy in_sight on holds as restrictive using (current_setting('coact.sight') = '');
