-- The sample organisation, where there is one: at most one in a workspace. All work of its team is part of it.
create table samples (
  workspace uuid primary key,
  team uuid not null,
  participants uuid[] not null,
  outcomes uuid[] not null,
  created_at timestamptz not null
);

alter table samples enable row level security;
alter table samples force row level security;
create policy own_workspace on samples using (workspace = current_setting('coact.workspace')::uuid);

-- Takes away the numbering of a team that has gone. Runs as the owner, like `create_team_sequence`.
create function drop_team_sequence(team uuid) returns void language plpgsql security definer set search_path = coact as $$
begin
  execute format('drop sequence if exists %I', 'team_' || replace(team::text, '-', ''));
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on samples to coact_app;
  end if;
end $$;
