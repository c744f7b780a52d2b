import type { SearchWords } from '../domain/search-words.ts';
import { START, STOP } from '../domain/snippet.ts';
import type { Connection } from './database.ts';
import { type Sql, raw, sql } from './sql.ts';

export type FoundKind = 'item' | 'comment' | 'artifact' | 'participant' | 'team';

export type Found = {
  kind: FoundKind;
  /** A UUID; of an artifact its SHA-256. */
  id: string;
  /** The work that it is, or is about. */
  item: string | null;
  rank: number;
};

/** Where several are worth the same: who and where before what, what before words about it. */
const order: readonly FoundKind[] = ['team', 'participant', 'item', 'artifact', 'comment'];

/** Finds everything that has the words in its name or text, best match first, each once. */
export async function searchEverywhere(
  { query }: Connection,
  { all, before, last }: SearchWords,
  limit: number,
): Promise<Found[]> {
  const rows = await query<Found>(sql`select * from search_everywhere(${all}, ${before}, ${last}, ${limit})`);
  const best = rows.toSorted((a, b) => b.rank - a.rank || order.indexOf(a.kind) - order.indexOf(b.kind));
  const once = new Map<string, Found>();
  for (const one of best) if (!once.has(one.id)) once.set(one.id, one);
  return [...once.values()].slice(0, limit);
}

/** What is shown of a result: its name, whose it is and since when, and its texts with START and STOP around what matched. */
export type FoundText = {
  id: string;
  key: string | null;
  name: string;
  by: string | null;
  at: number | null;
  /** The name with its marks; where names are split, each joint is one blank, so that places stay the same. */
  markedName: string;
  /** The other words of it with their marks; empty where it has none. */
  markedText: string;
};

/** Reads the texts of those results that are of one kind. */
export async function textsOf(
  { workspace, query }: Connection,
  kind: FoundKind,
  found: readonly Found[],
  { all, before, last }: SearchWords,
): Promise<FoundText[]> {
  const own = found.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const wanted =
    kind === 'item' || kind === 'comment' ? inTexts(all, before, last) : sql`query_of_names(${before}, ${last})`;
  return query<FoundText>(
    sql`with wanted as materialized (select ${wanted} as query) ${readers[kind](workspace, own)}`,
  );
}

const inTexts = (all: string, before: string, last: string | null): Sql => sql`websearch_to_tsquery('english', ${all})
  || case when length(${last}::text) > 1 then query_of_begun(${before}, ${last}) else ''::tsquery end`;

const options = raw(`E'HighlightAll=true, StartSel="\\x01", StopSel="\\x02"'`);
/** Marks what matched; characters that would be taken for marks become blanks first. */
const mark = (config: 'english' | 'simple', text: Sql): Sql =>
  sql`ts_headline(${raw(`'${config}'`)}, translate(${text}, ${START + STOP}, '  '), wanted.query, ${options})`;
const markName = (column: string) => mark('simple', raw(`translate(${column}, '._-/\\:@+', '        ')`));

/** Of long texts the beginning is looked at, since marking a text takes longer than finding it. */
const MOST = raw('8000');

type Reader = (workspace: string, found: readonly Found[]) => Sql;
const idsOf = (found: readonly Found[]) => found.map(({ id }) => id);

const readers: Record<FoundKind, Reader> = {
  item: (workspace, found) => sql`
    select i.id::text, i.key, i.title as name, i.owner as by, i.updated_at as at, ${mark('english', raw('i.title'))} as "markedName",
      ${mark(
        'english',
        sql`left(concat_ws(E'\n', c.body ->> 'outcome',
          (select string_agg(one ->> 'text', E'\n') from jsonb_array_elements(c.body -> 'criteria') one), c.body ->> 'context'), ${MOST})`,
      )} as "markedText"
    from wanted, items i join contracts c on c.workspace = i.workspace and c.item = i.id and c.revision = i.revision
    where i.workspace = ${workspace} and i.id = any(${idsOf(found)}::uuid[])`,
  comment: (workspace, found) => sql`
    select c.id::text, i.key, i.title as name, c.author as by, c.at, '' as "markedName", ${mark('english', sql`left(c.body, ${MOST})`)} as "markedText"
    from wanted, unnest(${found.map(({ item }) => item)}::uuid[], ${idsOf(found)}::uuid[]) as f(item, id)
    join comments c on c.workspace = ${workspace} and c.item = f.item and c.id = f.id
    join items i on i.workspace = c.workspace and i.id = c.item`,
  artifact: (workspace, found) => sql`
    select a.sha256 as id, null as key, a.name, a.producer as by, a.created_at as at, ${markName('a.name')} as "markedName", '' as "markedText"
    from wanted, artifacts a where a.workspace = ${workspace} and a.sha256 = any(${idsOf(found)}::text[])`,
  participant: (workspace, found) => sql`
    select p.id::text, null as key, p.name, p.sponsor as by, p.created_at as at, ${markName('p.name')} as "markedName", '' as "markedText"
    from wanted, participants p where p.workspace = ${workspace} and p.id = any(${idsOf(found)}::uuid[])`,
  team: (workspace, found) => sql`
    select t.id::text, t.key, t.name, t.lead as by, t.created_at as at, ${markName('t.name')} as "markedName", '' as "markedText"
    from wanted, teams t where t.workspace = ${workspace} and t.id = any(${idsOf(found)}::uuid[])`,
};
