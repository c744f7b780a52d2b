-- What the ledger is asked by: who, what, about what, when, and because of what. The facts themselves are text that is never
-- read by the database; the index has one narrow row for each place.
--
-- It is filled in the background and many at a time (`fillIndex`), not by the commands that write facts nor by what gives them
-- their places: a fact takes about 40 µs to index on two busy cores, so that waits for a quiet moment, or for somebody who asks.
-- Indexes over `body::jsonb` on `events` would parse each fact once for every index while its author waits.

create table ledger_index (
  workspace uuid not null,
  position bigint not null,
  id uuid not null,
  at timestamptz not null,
  -- The part of the type before the dot, such as `item`, and the whole of it.
  area text not null,
  type text not null,
  actor uuid not null,
  team uuid,
  item uuid,
  request uuid,
  subject uuid,
  cause uuid,
  primary key (workspace, position)
);
-- Not unique: whatever is wrong with a fact, it must not keep the ledger from growing.
create index ledger_index_id on ledger_index (workspace, id);
create index ledger_index_type on ledger_index (workspace, type, position);
create index ledger_index_area on ledger_index (workspace, area, position);
create index ledger_index_actor on ledger_index (workspace, actor, position);
create index ledger_index_team on ledger_index (workspace, team, position) where team is not null;
create index ledger_index_item on ledger_index (workspace, item, position) where item is not null;
create index ledger_index_request on ledger_index (workspace, request, position) where request is not null;
create index ledger_index_subject on ledger_index (workspace, subject, position) where subject is not null;
create index ledger_index_cause on ledger_index (workspace, cause, position) where cause is not null;
-- Clocks of several servers differ, so times do not grow with places.
create index ledger_index_at on ledger_index (workspace, at, position);

-- Reads what the index has of a fact.
create function read_fact(body text) returns table (
  id uuid, at timestamptz, area text, type text, actor uuid, team uuid, item uuid, request uuid, subject uuid, cause uuid)
language sql immutable as $$
  select (f ->> 'id')::uuid, (f ->> 'at')::timestamptz, split_part(f ->> 'type', '.', 1), f ->> 'type', (f -> 'actor' ->> 'id')::uuid,
    (f ->> 'team')::uuid, (f -> 'item' ->> 'id')::uuid, (f ->> 'request')::uuid, (f ->> 'subject')::uuid, (f ->> 'cause')::uuid
  from (select body::jsonb as f offset 0) parsed
$$;

do $$
declare
  here uuid;
begin
  for here in select w.id from workspaces w loop
    perform set_config('coact.workspace', here::text, true);
    insert into ledger_index
    select l.workspace, l.position, f.* from ledger_entries l
    join events e on e.workspace = l.workspace and e.seq = l.seq, read_fact(e.body) f
    where l.workspace = here;
  end loop;
end $$;

alter table ledger_index enable row level security;
alter table ledger_index force row level security;
create policy own_workspace on ledger_index using (workspace = current_setting('coact.workspace')::uuid);
create trigger append_only before update or delete or truncate on ledger_index for each statement execute function refuse_change();

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert on ledger_index to coact_app;
  end if;
end $$;
