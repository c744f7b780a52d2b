-- No query sees another workspace's rows, and nobody rewrites the ledger.
-- The setting has no default: a connection that has not said which workspace it serves gets an error, not a row.

do $$
declare
  named text;
begin
  for named in
    select table_name from information_schema.columns
    where table_schema = 'coact' and column_name = 'workspace'
  loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
  end loop;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'CO403';
end $$;
create trigger append_only before update or delete or truncate on events for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_entries for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_tiles for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_checkpoints for each statement execute function refuse_change();

-- The role that serves requests: it owns nothing, so it can neither lift these policies nor drop these triggers. Where the
-- database's account may not create roles, the policies still hold, since they are forced on the owner as well.
do $$
begin
  if not exists (select from pg_roles where rolname = 'coact_app') then
    begin
      create role coact_app nologin noinherit;
    exception
      when insufficient_privilege or duplicate_object or unique_violation then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'coact_app') then
    begin
      execute format('grant coact_app to %I', current_user);
    exception
      when insufficient_privilege or unique_violation then null;
    end;
    grant usage on schema coact to coact_app;
    grant select, insert, update, delete on all tables in schema coact to coact_app;
    grant usage, select on all sequences in schema coact to coact_app;
    grant execute on all functions in schema coact to coact_app;
    revoke update, delete on events, ledger_entries, ledger_tiles, ledger_checkpoints from coact_app;
  end if;
end $$;
