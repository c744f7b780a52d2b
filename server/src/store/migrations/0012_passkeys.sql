-- Passkeys, and what is told of sessions, tokens and links beside whom they stand for.

alter table tokens drop constraint tokens_purpose_check;
alter table tokens add constraint tokens_purpose_check
  check (purpose in ('token', 'session', 'operator', 'setup', 'reset'));
alter table tokens add column created_by uuid;
-- Written at most once an hour for each token.
alter table tokens add column last_used_at timestamptz;

create table passkeys (
  workspace uuid not null,
  id uuid not null,
  participant uuid not null,
  -- The authenticator's name for it, base64url.
  credential text not null,
  public_key bytea not null,
  -- How often its authenticator has signed; 0 where it does not count.
  counter bigint not null,
  transports text[] not null,
  -- The host that it belongs to: browsers offer it there and nowhere else.
  host text not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace, id),
  foreign key (workspace, participant) references participants (workspace, id)
);
create unique index passkeys_credential on passkeys (workspace, credential);
create index passkeys_participant on passkeys (workspace, participant);

-- What an authenticator has to sign, once and soon.
create table passkey_challenges (
  workspace uuid not null,
  challenge text not null,
  -- Who may answer it by adding a passkey; null: whoever has one may answer it by signing in.
  participant uuid,
  origin text not null,
  expires_at timestamptz not null,
  primary key (workspace, challenge)
);
create index passkey_challenges_expiry on passkey_challenges (workspace, expires_at);

alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy own_workspace on passkeys using (workspace = current_setting('coact.workspace')::uuid);
alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
create policy own_workspace on passkey_challenges using (workspace = current_setting('coact.workspace')::uuid);

do $$
begin
  if exists (select from pg_roles where rolname = 'coact_app') then
    grant select, insert, update, delete on passkeys, passkey_challenges to coact_app;
  end if;
end $$;
