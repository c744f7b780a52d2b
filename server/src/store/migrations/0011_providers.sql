-- Sign-in through OpenID Connect: the providers, who somebody is there, and which sign-ins have been used up.

create table providers (
  workspace uuid not null,
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  -- Sealed, since it has to be sent there; no answer and no event holds it.
  client_secret text,
  scopes text[] not null,
  groups_claim text,
  mappings jsonb not null,
  create_people boolean not null,
  email_domains text[] not null,
  -- With what sign-ins under way are sealed in the browser's cookie, so that every server can open them.
  seal bytea not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace, id)
);
create unique index providers_name on providers (workspace, lower(name));

-- Somebody as a provider knows them, and what its groups gave them here: that goes when the group goes.
create table identities (
  workspace uuid not null,
  provider uuid not null,
  subject text not null,
  participant uuid not null,
  -- The role that a group gave, above the one that they had by hand; both null where none does.
  given_role text check (given_role in ('admin', 'member', 'guest')),
  own_role text check (own_role in ('admin', 'member', 'guest')),
  given_teams uuid[] not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  primary key (workspace, provider, subject),
  foreign key (workspace, provider) references providers (workspace, id) on delete cascade,
  foreign key (workspace, participant) references participants (workspace, id)
);
create unique index identities_participant on identities (workspace, provider, participant);

-- Sign-ins that have led to a session: none of them leads to another. Kept until they would have ended by themselves.
create table spent_sign_ins (
  workspace uuid not null,
  state bytea not null,
  expires_at timestamptz not null,
  primary key (workspace, state)
);
create index spent_sign_ins_expiry on spent_sign_ins (workspace, expires_at);

do $$
declare
  named text;
begin
  foreach named in array array['providers', 'identities', 'spent_sign_ins'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format(
      'create policy own_workspace on %I using (workspace = current_setting(''coact.workspace'')::uuid)', named);
    if exists (select from pg_roles where rolname = 'coact_app') then
      execute format('grant select, insert, update, delete on %I to coact_app', named);
    end if;
  end loop;
end $$;
