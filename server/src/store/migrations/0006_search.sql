-- Search everywhere: what is looked through beside the items has its words beside its text, computed by the database itself.
-- Names are split where file names and addresses join words, since the parser takes `price-list.csv` for one word.

alter table comments add column document tsvector
  generated always as (setweight(to_tsvector('english', left(body, 50000)), 'C')) stored;
create index comments_document on comments using gin (document);

alter table artifacts add column document tsvector
  generated always as (setweight(to_tsvector('simple', translate(name, '._-/\:@+', '        ')), 'B')) stored;
create index artifacts_document on artifacts using gin (document);
-- Leads from an artifact to the work that it shows.
create index evidence_artifact on evidence (workspace, artifact, at desc);

alter table participants add column document tsvector
  generated always as (setweight(to_tsvector('simple', translate(name, '._-/\:@+', '        ')), 'A')
    || setweight(to_tsvector('simple', translate(coalesce(email, ''), '._-/\:@+', '        ')), 'C')) stored;
create index participants_document on participants using gin (document);

alter table teams add column document tsvector
  generated always as (setweight(to_tsvector('simple', key || ' ' || translate(name, '._-/\:@+', '        ')), 'A')) stored;
create index teams_document on teams using gin (document);

-- A word that is still being typed. What is kept are stems, and the beginning of a word may be longer than the stem of the
-- whole (`certifica`, of which `certif` is kept): so stems that it begins with are found as well as those that begin with
-- it, down to half of it; of four letters and fewer nothing is cut.
create function begun_word(word text) returns tsquery language sql immutable set search_path = coact as $$
  select to_tsquery('simple', word || ':*') || to_tsquery('english', word || ':*') || coalesce(to_tsquery('simple', (
    select string_agg(left(word, n), ' | ') from generate_series(greatest(3, (length(word) + 1) / 2), length(word) - 1) n
    where length(word) > 4)), '')
$$;

-- What is looked for in texts, and in names. `before` and `last` are the words with the last one apart; `last` is null where
-- it may not be completed.
create function query_of_begun(before text, last text) returns tsquery language sql immutable set search_path = coact as $$
  select websearch_to_tsquery('english', before) && begun_word(last)
$$;
create function query_of_names(before text, last text) returns tsquery language sql immutable set search_path = coact as $$
  select case when last is null and querytree(websearch_to_tsquery('simple', before)) = 'T' then ''
    when last is null then websearch_to_tsquery('simple', before)
    else websearch_to_tsquery('simple', before) && to_tsquery('simple', last || ':*') end
$$;

-- What the index alone can tell of a query: of a phrase, that all its words are there. Empty where there are only words to leave
-- out, which name nothing to look for.
create function indexed_part(wanted tsquery) returns tsquery language sql immutable set search_path = coact as $$
  select case when querytree(wanted) = 'T' then '' when wanted::text !~ '<[0-9-]+>' then wanted
    else regexp_replace(querytree(wanted), ' <[0-9-]+> ', ' & ', 'g')::tsquery end
$$;

-- Items and comments by words of their text, for the reasons that stand beside `search_items` in 0001, whose place this takes.
-- Reading the words of one long text takes 15 µs, so that no more texts are read than are said here: those that the index
-- names, of which five hundred are ranked; of a phrase the first two thousand that have its words. A plan that reads through the
-- table took a second at 100,000 items, where few of them match: it is off.
drop function search_items(text, int);
create function search_items(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 20 set search_path = coact set enable_indexscan = off set enable_seqscan = off as $$
  with near as materialized (
    select s.item, s.document from item_search s
    where s.workspace = current_setting('coact.workspace')::uuid and s.document @@ indexed_part(wanted) limit 2000),
  found as materialized (
    select n.* from near n where wanted = indexed_part(wanted) or n.document @@ wanted limit 500)
  select 'item', f.item::text, f.item, ts_rank(f.document, wanted) as rank from found f order by rank desc, f.item desc limit most
$$;
create function search_comments(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 20 set search_path = coact set enable_indexscan = off set enable_seqscan = off as $$
  with near as materialized (
    select c.id, c.item, c.document from comments c
    where c.workspace = current_setting('coact.workspace')::uuid and c.document @@ indexed_part(wanted) limit 2000),
  found as materialized (
    select n.* from near n where wanted = indexed_part(wanted) or n.document @@ wanted limit 500)
  select 'comment', f.id::text, f.item, ts_rank(f.document, wanted) as rank from found f order by rank desc, f.id desc limit most
$$;

-- Artifacts, people and teams by their names; an artifact with the work that it was last evidence for.
create function search_names(wanted tsquery, most int) returns table (kind text, id text, item uuid, rank real)
language sql stable security definer rows 40 set search_path = coact set enable_indexscan = off set enable_seqscan = off as $$
  with files as materialized (
    select a.sha256, a.created_at, ts_rank(a.document, wanted) as rank from artifacts a
    where a.workspace = current_setting('coact.workspace')::uuid and a.document @@ wanted limit 500),
  best as materialized (select * from files order by rank desc, created_at desc limit most)
  (select 'artifact', b.sha256, (
      select e.item from evidence e where e.workspace = current_setting('coact.workspace')::uuid and e.artifact = b.sha256
      order by e.at desc limit 1), b.rank from best b)
  union all
  (select 'participant', p.id::text, null, ts_rank(p.document, wanted) as rank from participants p
    where p.workspace = current_setting('coact.workspace')::uuid and p.document @@ wanted order by rank desc, p.id limit most)
  union all
  (select 'team', t.id::text, null, ts_rank(t.document, wanted) as rank from teams t
    where t.workspace = current_setting('coact.workspace')::uuid and t.document @@ wanted order by rank desc, t.id limit most)
$$;

-- Everything that words find. The whole words come first. Only where they find too little is the last one completed, in the
-- items and, if that is still too little, in the comments: the beginning of a word may be in half of all texts, and finding
-- those takes as long as there are many.
create function search_everywhere(words text, before text, last text, most int)
returns table (kind text, id text, item uuid, rank real)
language plpgsql stable security definer rows 100 set search_path = coact as $$
declare
  whole constant tsquery := websearch_to_tsquery('english', words);
  begun constant tsquery := case when length(last) > 1 then query_of_begun(before, last) end;
  in_items int;
  in_comments int;
  more_items int;
begin
  return query select s.* from search_items(whole, most) s;
  get diagnostics in_items = row_count;
  return query select s.* from search_comments(whole, most) s;
  get diagnostics in_comments = row_count;
  if begun is not null and in_items + in_comments < most then
    return query select s.kind, s.id, s.item, (s.rank / 2)::real from search_items(begun, most) s;
    get diagnostics more_items = row_count;
    if in_comments + more_items < most then
      return query select s.kind, s.id, s.item, (s.rank / 2)::real from search_comments(begun, most) s;
    end if;
  end if;
  return query select s.* from search_names(query_of_names(before, last), most) s;
end $$;
