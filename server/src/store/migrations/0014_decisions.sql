-- Decision rights of an item: who recommends, must agree, performs, gives input and decides, for one kind of decision or, where
-- the kind is empty, for all others.
create table decision_rights (
  workspace uuid not null,
  item uuid not null,
  decision_kind text not null,
  recommend uuid,
  agree uuid[] not null,
  perform uuid,
  input uuid[] not null,
  decide uuid,
  by uuid not null,
  at timestamptz not null,
  primary key (workspace, item, decision_kind)
);

-- Open decisions are few: they are in the inbox of all who have a part in them, and looked at when their deadline is over.
create index requests_open_decisions on requests (workspace) where state = 'open' and kind = 'decision';
-- The decision log, newest first.
create index requests_decisions on requests (workspace, id desc) where kind = 'decision';

alter table decision_rights enable row level security;
alter table decision_rights force row level security;
create policy own_workspace on decision_rights using (workspace = current_setting('coact.workspace')::uuid);

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on decision_rights to coact_app;
  end if;
end $$;
