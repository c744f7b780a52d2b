-- Saved views: how somebody wants to see the work. The query is kept as the text that they wrote; the page reads it.

create table views (
  workspace uuid not null,
  id uuid not null,
  creator uuid not null,
  name text not null,
  layout text not null check (layout in ('board', 'list', 'table', 'graph', 'timeline')),
  filter text not null,
  group_by text,
  sort_by text,
  team uuid,
  shared boolean not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace, id)
);
create index views_creator on views (workspace, creator);

alter table views enable row level security;
alter table views force row level security;
create policy own_workspace on views using (workspace = current_setting('coact.workspace')::uuid);

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on views to coact_app;
  end if;
end $$;
