-- Budgets: what a participant or a team may spend in a day, a week or a month, and the account of each of these periods.
create table budgets (
  workspace uuid not null,
  id uuid not null,
  participant uuid,
  team uuid,
  period text not null check (period in ('day', 'week', 'month')),
  -- Tokens, millionths of the currency, milliseconds: only what is limited. Nothing at all: it was taken away.
  limits jsonb not null,
  version int not null,
  primary key (workspace, id),
  check ((participant is null) <> (team is null))
);
create unique index budgets_participant on budgets (workspace, participant, period) where participant is not null;
create unique index budgets_team on budgets (workspace, team, period) where team is not null;
create index budgets_live on budgets (workspace) where limits <> '{}';

-- Moved by additions alone, so that many runs at once wait for one another for as long as a row is written and no longer.
create table budget_accounts (
  workspace uuid not null,
  budget uuid not null,
  -- The date on which the period began.
  period date not null,
  used_tokens bigint not null,
  used_micros bigint not null,
  used_ms bigint not null,
  reserved_tokens bigint not null,
  reserved_micros bigint not null,
  reserved_ms bigint not null,
  -- As they were when more was last taken, for those who look back.
  limits jsonb not null,
  primary key (workspace, budget, period)
);

alter table workspaces add column currency text not null default 'USD';

-- For a million tokens, in the currency of the workspace.
create table prices (
  workspace uuid not null,
  model text not null,
  input double precision not null,
  output double precision not null,
  primary key (workspace, model)
);

-- What its ended runs have consumed; null: nothing.
alter table items add column spent jsonb;
-- Whether nobody begins anew because its own budget is spent.
alter table items add column over_budget boolean not null default false;

alter table runs add column charges jsonb;
alter table runs add column budgeted boolean not null default false;
alter table runs add column budget_low boolean not null default false;
-- When its time is over, where time is limited.
alter table runs add column time_over_at timestamptz;
create index runs_time_over on runs (workspace, time_over_at) where ended_at is null and time_over_at is not null;
create index runs_budgeted on runs (workspace, started_at) where budgeted;

drop index items_claimable;
create index items_claimable on items (workspace, priority, ready_at, id)
  where state = 'ready' and open_blockers = 0 and open_children = 0 and blocking_requests = 0 and attempts < 3 and not over_budget;

-- The budgets that a run of this executor for this team draws on, as they stand in the periods that began on these dates.
create function allowances_of(executor uuid, worked_for uuid, days date[]) returns json language plpgsql stable as $$
begin
  if not exists (select from budgets b where b.workspace = current_setting('coact.workspace')::uuid and b.limits <> '{}') then
    return null;
  end if;
  return (
    with recursive up as (
      select t.id, t.parent from teams t where t.workspace = current_setting('coact.workspace')::uuid and t.id = worked_for
      union
      select t.id, t.parent from teams t join up on t.id = up.parent
      where t.workspace = current_setting('coact.workspace')::uuid),
    drawn as (
      select b.* from budgets b
      where b.workspace = current_setting('coact.workspace')::uuid and b.limits <> '{}' and b.participant = executor
      union all
      select b.* from budgets b join up on b.team = up.id
      where b.workspace = current_setting('coact.workspace')::uuid and b.limits <> '{}')
    select json_agg(json_build_object(
        'budget', d.id, 'of', case when d.team is null then 'participant' else 'team' end, 'subject', coalesce(d.participant, d.team),
        'name', coalesce(p.name, t.name), 'answerable', coalesce(p.sponsor, t.lead), 'period', d.period, 'limits', d.limits,
        'used', json_build_object('tokens', coalesce(a.used_tokens, 0), 'micros', coalesce(a.used_micros, 0), 'ms', coalesce(a.used_ms, 0)),
        'reserved', json_build_object('tokens', coalesce(a.reserved_tokens, 0), 'micros', coalesce(a.reserved_micros, 0),
          'ms', coalesce(a.reserved_ms, 0))) order by d.id)
    from drawn d
    left join participants p on p.workspace = d.workspace and p.id = d.participant
    left join teams t on t.workspace = d.workspace and t.id = d.team
    left join budget_accounts a on a.workspace = d.workspace and a.budget = d.id
      and a.period = days[case d.period when 'day' then 1 when 'week' then 2 else 3 end]);
end $$;

-- Whether an account with these limits has nothing left of one measure.
create function is_spent(limits jsonb, tokens bigint, micros bigint, ms bigint) returns boolean language sql immutable as $$
  select coalesce(tokens >= (limits ->> 'tokens')::bigint, false) or coalesce(micros >= (limits ->> 'micros')::bigint, false)
    or coalesce(ms >= (limits ->> 'ms')::bigint, false)
$$;

-- The teams whose budget, or that of a team above them, has nothing left: their work is not offered.
create function spent_teams(days date[]) returns uuid[] language plpgsql stable as $$
begin
  if not exists (select from budgets b where b.workspace = current_setting('coact.workspace')::uuid and b.limits <> '{}') then
    return '{}';
  end if;
  return array(
    with recursive down as (
      select b.team as id from budgets b
      join budget_accounts a on a.workspace = b.workspace and a.budget = b.id
        and a.period = days[case b.period when 'day' then 1 when 'week' then 2 else 3 end]
      where b.workspace = current_setting('coact.workspace')::uuid and b.team is not null and b.limits <> '{}'
        and is_spent(b.limits, a.used_tokens + a.reserved_tokens, a.used_micros + a.reserved_micros, a.used_ms + a.reserved_ms)
      union
      select t.id from teams t join down on t.parent = down.id where t.workspace = current_setting('coact.workspace')::uuid)
    select id from down);
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['budgets', 'budget_accounts', 'prices'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant execute on function allowances_of(uuid, uuid, date[]), is_spent(jsonb, bigint, bigint, bigint), spent_teams(date[]) to coact_app;
  end if;
end $$;

-- However many runs a spent budget ends, whoever answers for it is told once in a period, as long as that waits for an answer.
create unique index requests_overrun on requests (workspace, (body -> 'budget' ->> 'id'), (body -> 'budget' ->> 'starts'))
  where state = 'open' and kind = 'exception' and body -> 'budget' ->> 'id' is not null;
