-- What somebody sees within their workspace: all of it, the work of some teams (a limited token), or the items that were shared
-- with them (a guest). Said once for each connection and tested by the database under every query, so no query can forget it.

-- Items shared with guests, one by one.
create table item_shares (
  workspace uuid not null,
  item uuid not null,
  participant uuid not null,
  may text not null check (may in ('view', 'comment', 'work')),
  by uuid not null,
  at timestamptz not null,
  primary key (workspace, participant, item)
);
create index item_shares_item on item_shares (workspace, item);

alter table item_shares enable row level security;
alter table item_shares force row level security;
create policy own_workspace on item_shares using (workspace = current_setting('coact.workspace')::uuid);

-- Which workspaces there are is asked before any is served; but a connection changes no other than its own.
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy any_seen on workspaces for select using (true);
create policy any_made on workspaces for insert with check (true);
create policy own_changed on workspaces for update using (id = current_setting('coact.workspace')::uuid);

-- What an outer directory of people (SCIM) calls the participants and teams that it keeps: its own ids and user names.
create table directory_links (
  workspace uuid not null,
  kind text not null check (kind in ('participant', 'team')),
  id uuid not null,
  external_id text,
  user_name text,
  primary key (workspace, kind, id)
);
create index directory_links_external on directory_links (workspace, kind, external_id) where external_id is not null;
create unique index directory_links_user on directory_links (workspace, kind, lower(user_name)) where user_name is not null;

alter table directory_links enable row level security;
alter table directory_links force row level security;
create policy own_workspace on directory_links using (workspace = current_setting('coact.workspace')::uuid);

-- What a token may be used for; null: for everything, and in every team, that its participant may.
alter table tokens add column scopes text[], add column teams uuid[];

-- The teams named and those below them; null where none are named.
create function with_teams_below(named uuid[]) returns uuid[] language sql stable strict as $$
  with recursive down as (
    select t.id from teams t where t.workspace = current_setting('coact.workspace')::uuid and t.id = any(named)
    union
    select t.id from teams t join down on t.parent = down.id where t.workspace = current_setting('coact.workspace')::uuid)
  select coalesce(array_agg(id), '{}') from down
$$;

-- Four settings say what a connection sees. `coact.sight` is empty where it sees everything, and has no default, like the
-- workspace; the others matter only where it is not: whose eyes it has, whether those are a guest's, and the teams they are kept to.
-- They may be unset, since a plan asks for them before anybody does: then they show nothing.
-- All functions ask by themselves, not by the policies below: inside a search, which runs as the owner, no policy may stand.
create function self() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('coact.self', true), '')::uuid
$$;
create function is_guest() returns boolean language sql stable parallel safe as $$
  select current_setting('coact.guest', true) is distinct from ''
$$;
create function here() returns uuid language sql stable parallel safe as $$
  select current_setting('coact.workspace')::uuid
$$;

create function in_sight_of_teams(of_team uuid) returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('coact.teams', true) = '' or of_team = any(nullif(current_setting('coact.teams', true), '')::uuid[]), false)
$$;

create function work_in_sight(which uuid, of_team uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or (in_sight_of_teams(of_team) and (not is_guest() or exists (
    select from item_shares s where s.workspace = here() and s.participant = self() and s.item = which)));
end $$;

create function item_in_sight(which uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or exists (
    select from items i where i.workspace = here() and i.id = which and work_in_sight(i.id, i.team));
end $$;

-- Requests about an item go with it; a guest's are those that the guest is asked, or asks. Without an item it counts who is asked.
create function ask_in_sight(about uuid, asks uuid, asked uuid, asked_team uuid) returns boolean
language plpgsql stable parallel safe cost 500 as $$
begin
  if current_setting('coact.sight') = '' then return true; end if;
  if is_guest() then return item_in_sight(about) and self() in (asks, asked); end if;
  return case when about is not null then item_in_sight(about) else self() in (asks, asked) or in_sight_of_teams(asked_team) end;
end $$;

create function request_in_sight(which uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or exists (
    select from requests q where q.workspace = here() and q.id = which
      and ask_in_sight(q.item, q.from_participant, q.to_participant, q.to_team));
end $$;

create function team_in_sight(which uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or (in_sight_of_teams(which) and (not is_guest() or exists (
    select from item_shares s join items i on i.workspace = s.workspace and i.id = s.item
    where s.workspace = here() and s.participant = self() and i.team = which)));
end $$;

-- People are seen as far as the work names them, and those who are in a team that is seen.
create function person_in_sight(who uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  if current_setting('coact.sight') = '' or who = self() then return true; end if;
  if not is_guest() then
    return exists (select from memberships m where m.workspace = here() and m.participant = who and in_sight_of_teams(m.team))
      or exists (select from teams t where t.workspace = here() and t.lead = who and in_sight_of_teams(t.id))
      or exists (select from participants p where p.workspace = here() and p.id = self() and p.sponsor = who)
      or exists (select from items i where i.workspace = here() and i.owner = who and in_sight_of_teams(i.team))
      or exists (select from runs r join items i on i.workspace = r.workspace and i.id = r.item
        where r.workspace = here() and r.executor = who and r.ended_at is null and in_sight_of_teams(i.team));
  end if;
  return exists (
    select from item_shares s join items i on i.workspace = s.workspace and i.id = s.item
    where s.workspace = here() and s.participant = self() and in_sight_of_teams(i.team) and (
      who in (i.owner, i.assignee, i.executor, i.created_by, s.by)
      or exists (select from comments c where c.workspace = here() and c.item = i.id and c.author = who)
      or exists (select from runs r where r.workspace = here() and r.item = i.id and r.executor = who)
      or exists (select from requests q where q.workspace = here() and q.item = i.id
        and self() in (q.from_participant, q.to_participant) and who in (q.from_participant, q.to_participant, q.responder))));
end $$;

create function artifact_in_sight(which text, made_by uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or made_by = self() or exists (
    select from evidence e where e.workspace = here() and e.artifact = which and item_in_sight(e.item));
end $$;

-- An outcome that the work serves, and what that is under. Guests are shown items, not what an organisation is after.
create function outcome_in_sight(which uuid) returns boolean language plpgsql stable parallel safe cost 500 as $$
begin
  return current_setting('coact.sight') = '' or (not is_guest() and exists (
    with recursive down as (
      select which as id
      union
      select o.id from outcomes o join down on o.parent = down.id where o.workspace = here())
    select from down join items i on i.workspace = here() and i.serves = down.id and in_sight_of_teams(i.team)));
end $$;

-- Whoever is shown an item, or no longer, hears of that; other facts are seen with what they are about.
create function fact_in_sight(kind text, about uuid, asked uuid, whom uuid, of_team uuid) returns boolean
language plpgsql stable parallel safe cost 500 as $$
begin
  if current_setting('coact.sight') = '' then return true; end if;
  if kind in ('item.shared', 'item.unshared') and is_guest() then return whom = self(); end if;
  if asked is not null then return request_in_sight(asked); end if;
  if about is not null then return item_in_sight(about); end if;
  return not is_guest() and (in_sight_of_teams(of_team) or in_sight_of_teams(whom));
end $$;

create function entry_in_sight(body text) returns boolean language sql stable parallel safe as $$
  select fact_in_sight(f.type, f.item, f.request, f.subject, f.team) from read_fact(body) f
$$;

-- Each policy tells the usual case first, by itself: a function is called only for those who do not see everything.
create policy in_sight on item_shares as restrictive using (current_setting('coact.sight') = '' or participant = self()
  or (not is_guest() and item_in_sight(item)));
create policy in_sight on items as restrictive using (current_setting('coact.sight') = '' or work_in_sight(id, team));
create policy in_sight on requests as restrictive using (current_setting('coact.sight') = ''
  or ask_in_sight(item, from_participant, to_participant, to_team));
create policy in_sight on dependencies as restrictive using (current_setting('coact.sight') = ''
  or (item_in_sight(item) and item_in_sight(blocker)));
create policy in_sight on relations as restrictive using (current_setting('coact.sight') = ''
  or (item_in_sight(item) and item_in_sight(other)));
create policy in_sight on artifacts as restrictive using (current_setting('coact.sight') = '' or artifact_in_sight(sha256, producer));
create policy in_sight on signals as restrictive using (current_setting('coact.sight') = ''
  or exists (select from runs r where r.workspace = signals.workspace and r.id = signals.run and item_in_sight(r.item)));
create policy in_sight on teams as restrictive using (current_setting('coact.sight') = '' or team_in_sight(id));
create policy in_sight on participants as restrictive using (current_setting('coact.sight') = '' or person_in_sight(id));
create policy in_sight on memberships as restrictive using (current_setting('coact.sight') = '' or participant = self()
  or (not is_guest() and in_sight_of_teams(team)));
create policy in_sight on tokens as restrictive using (current_setting('coact.sight') = '' or participant = self()
  or (not is_guest() and person_in_sight(participant)));
create policy in_sight on passwords as restrictive using (current_setting('coact.sight') = '' or participant = self());
create policy in_sight on idempotency_keys as restrictive using (current_setting('coact.sight') = '' or participant = self());
create policy in_sight on views as restrictive using (current_setting('coact.sight') = '' or creator = self()
  or (not is_guest() and (shared or in_sight_of_teams(team))));
create policy in_sight on outcomes as restrictive using (current_setting('coact.sight') = '' or outcome_in_sight(id));
create policy in_sight on readings as restrictive using (current_setting('coact.sight') = '' or outcome_in_sight(outcome));
create policy in_sight on policies as restrictive using (current_setting('coact.sight') = '' or case scope
  when 'item' then item_in_sight(target::uuid) when 'team' then team_in_sight(target::uuid) else true end);
create policy in_sight on stops as restrictive using (current_setting('coact.sight') = '' or participant = self()
  or (not is_guest() and team is not null and in_sight_of_teams(team)));
create policy in_sight on ledger_index as restrictive using (current_setting('coact.sight') = ''
  or fact_in_sight(type, item, request, subject, team));
create policy in_sight on directory_links as restrictive using (current_setting('coact.sight') = '');
create policy in_sight on events as restrictive using (current_setting('coact.sight') = '' or entry_in_sight(body));

create policy in_sight on identities as restrictive using (current_setting('coact.sight') = '' or participant = self());
create policy in_sight on passkeys as restrictive using (current_setting('coact.sight') = '' or participant = self());
create policy in_sight on passkey_challenges as restrictive using (current_setting('coact.sight') = '' or participant = self());
create policy in_sight on providers as restrictive using (current_setting('coact.sight') = '');
create policy in_sight on spent_sign_ins as restrictive using (current_setting('coact.sight') = '');
create policy in_sight on prices as restrictive using (current_setting('coact.sight') = '' or not is_guest());
create policy in_sight on budgets as restrictive using (current_setting('coact.sight') = '' or participant = self()
  or (not is_guest() and in_sight_of_teams(team)));
create policy in_sight on budget_accounts as restrictive using (current_setting('coact.sight') = ''
  or exists (select from budgets b where b.workspace = budget_accounts.workspace and b.id = budget_accounts.budget));

-- Whatever else belongs to an item goes with it.
do $$
declare
  named text;
begin
  foreach named in array array['contracts', 'item_search', 'item_sources', 'runs', 'evidence', 'comments', 'decision_rights'] loop
    execute format(
      'create policy in_sight on %I as restrictive using (current_setting(''coact.sight'') = '''' or item_in_sight(item))', named);
  end loop;
end $$;

-- The searches run as the owner, so they test it themselves, before they cut.
create or replace function search_items(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 20 set search_path = coact set enable_indexscan = off as $$
  with found as materialized (
    select s.item, s.document from item_search s
    where s.workspace = current_setting('coact.workspace')::uuid and s.document @@ wanted
      and (current_setting('coact.sight') = '' or item_in_sight(s.item)) limit 500)
  select 'item', f.item::text, f.item, ts_rank(f.document, wanted) as rank from found f order by rank desc, f.item desc limit most
$$;
create or replace function search_comments(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 20 set search_path = coact set enable_indexscan = off as $$
  with found as materialized (
    select c.id, c.item, c.document from comments c
    where c.workspace = current_setting('coact.workspace')::uuid and c.document @@ wanted
      and (current_setting('coact.sight') = '' or item_in_sight(c.item)) limit 500)
  select 'comment', f.id::text, f.item, ts_rank(f.document, wanted) as rank from found f order by rank desc, f.id desc limit most
$$;
create or replace function search_names(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 40 set search_path = coact set enable_indexscan = off as $$
  with files as materialized (
    select a.sha256, a.created_at, ts_rank(a.document, wanted) as rank from artifacts a
    where a.workspace = current_setting('coact.workspace')::uuid and a.document @@ wanted
      and (current_setting('coact.sight') = '' or artifact_in_sight(a.sha256, a.producer)) limit 500),
  best as materialized (select * from files order by rank desc, created_at desc limit most)
  (select 'artifact', b.sha256, (
      select e.item from evidence e where e.workspace = current_setting('coact.workspace')::uuid and e.artifact = b.sha256
        and (current_setting('coact.sight') = '' or item_in_sight(e.item))
      order by e.at desc limit 1), b.rank from best b)
  union all
  (select 'participant', p.id::text, null, ts_rank(p.document, wanted) as rank from participants p
    where p.workspace = current_setting('coact.workspace')::uuid and p.document @@ wanted
      and (current_setting('coact.sight') = '' or person_in_sight(p.id)) order by rank desc, p.id limit most)
  union all
  (select 'team', t.id::text, null, ts_rank(t.document, wanted) as rank from teams t
    where t.workspace = current_setting('coact.workspace')::uuid and t.document @@ wanted
      and (current_setting('coact.sight') = '' or team_in_sight(t.id)) order by rank desc, t.id limit most)
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on item_shares, directory_links to coact_app;
    grant execute on function with_teams_below(uuid[]), self(), is_guest(), here(), in_sight_of_teams(uuid), work_in_sight(uuid, uuid),
      item_in_sight(uuid), ask_in_sight(uuid, uuid, uuid, uuid), request_in_sight(uuid), team_in_sight(uuid), person_in_sight(uuid),
      artifact_in_sight(text, uuid), outcome_in_sight(uuid), fact_in_sight(text, uuid, uuid, uuid, uuid), entry_in_sight(text) to coact_app;
  end if;
end $$;
