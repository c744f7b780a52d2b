-- The off switch: agents that may do nothing until somebody lifts the stop that covers them.

create table stops (
  workspace uuid not null,
  id uuid not null,
  -- One agent, or the agents of one team and of those below it; with neither, all agents of the workspace.
  participant uuid,
  team uuid,
  reason text not null,
  by uuid not null,
  -- Whether only an admin lifts it, since whoever made it did so as one.
  by_admin boolean not null,
  -- Whom it stopped when it was made: leaving the team frees nobody.
  agents uuid[] not null,
  ended jsonb not null,
  created_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  primary key (workspace, id)
);
-- Few at any time, and asked at each command of an agent.
create index stops_live on stops (workspace, created_at, id) where lifted_at is null;

-- The oldest stop that covers an agent now, or null.
create function stop_of(agent uuid) returns uuid language sql stable as $$
  select s.id from stops s
  where s.workspace = current_setting('coact.workspace')::uuid and s.lifted_at is null
    and (s.agents @> array[agent] or s.participant = agent or (s.participant is null and s.team is null) or s.team in (
      with recursive up as (
        select m.team from memberships m where m.workspace = current_setting('coact.workspace')::uuid and m.participant = agent
        union
        select t.parent from teams t join up on t.id = up.team
        where t.workspace = current_setting('coact.workspace')::uuid and t.parent is not null)
      select up.team from up))
  order by s.created_at, s.id limit 1
$$;

-- The same as those read it whom it concerns. Times are epoch milliseconds.
create function stop_over(agent uuid) returns json language sql stable as $$
  select json_build_object('id', s.id, 'by', json_build_object('id', s.by, 'name', p.name), 'reason', s.reason,
    'since', floor(extract(epoch from s.created_at) * 1000)::bigint,
    'covers', case when s.participant is not null then 'agent' when s.team is not null then 'team' else 'workspace' end)
  from stops s left join participants p on p.workspace = s.workspace and p.id = s.by
  where s.workspace = current_setting('coact.workspace')::uuid and s.id = stop_of(agent)
$$;

-- Whether an agent may write now. Every stop is made under the exclusive lock of which this holds a share until the
-- transaction ends: so a write is either there before the stop looks for runs to end, or it finds the stop. A volatile
-- function, since only in one does the second statement see what was committed while the first waited.
create function may_write(agent uuid) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('coact.workspace') || ' stops', 0));
  -- Mostly nobody is stopped, and then it need not be asked who is.
  if not exists (select from stops s where s.workspace = current_setting('coact.workspace')::uuid and s.lifted_at is null) then
    return true;
  end if;
  return stop_of(agent) is null;
end $$;

-- Whether somebody is still here to be made accountable. Whoever retires does so under the exclusive lock of which this holds
-- a share: so new work of theirs is either there before they hand over what they own, or it finds them gone.
create function stays(participant uuid) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_setting('coact.workspace') || ' ' || participant, 0));
  return exists (
    select from participants p
    where p.workspace = current_setting('coact.workspace')::uuid and p.id = participant and p.status <> 'retired');
end $$;

alter table stops enable row level security;
alter table stops force row level security;
create policy own_workspace on stops using (workspace = current_setting('coact.workspace')::uuid);

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on stops to coact_app;
    grant execute on function stop_of(uuid), stop_over(uuid), may_write(uuid), stays(uuid) to coact_app;
  end if;
end $$;

-- Of whoever is paused: who did it, why, if they said so, and since when.
alter table participants add column paused jsonb;
