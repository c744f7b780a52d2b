-- Drafts from agents, guests and other systems wait in the intake until somebody has decided on them.
alter table items add column intake boolean not null default false;
create index items_intake on items (workspace, id desc) where intake;

-- When a run's executor last said what they do or how far they are, and who ended the run where that was somebody else.
alter table runs add column reported_at timestamptz;
alter table runs add column ended_by uuid;
alter table runs drop constraint runs_origin_check;
alter table runs add constraint runs_origin_check check (origin in ('claim', 'return', 'handover', 'takeover'));

-- The runs of one executor, the newest first: one agent's are few among all.
create index runs_executor on runs (workspace, executor, id desc);
