-- A recommendation that is kept back, with the salt of the commitment to it that stands in the body: no answer shows it, and it
-- becomes a part of the body with the fact that reveals it.
alter table requests add column sealed jsonb;
