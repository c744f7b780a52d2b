-- What the authorisation server keeps: registered clients, authorisations under way, codes, and which token came of them.

create table oauth_records (
  workspace uuid not null,
  kind text not null,
  -- SHA-256 of kind and name: of a code or a session the name is the secret itself.
  key bytea not null,
  payload jsonb not null,
  grant_key bytea,
  uid_key bytea,
  -- Null: kept for good, as the key with which cookies are signed.
  expires_at timestamptz,
  primary key (workspace, kind, key)
);
create index oauth_records_grant on oauth_records (workspace, kind, grant_key) where grant_key is not null;
create index oauth_records_uid on oauth_records (workspace, kind, uid_key) where uid_key is not null;
create index oauth_records_expiry on oauth_records (workspace, expires_at) where expires_at is not null;

alter table oauth_records enable row level security;
alter table oauth_records force row level security;
create policy own_workspace on oauth_records using (workspace = current_setting('coact.workspace')::uuid);

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on oauth_records to coact_app;
  end if;
end $$;
