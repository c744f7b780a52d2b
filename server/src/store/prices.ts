import type { Connection } from './database.ts';
import { type Sql, sql } from './sql.ts';

/** For a million tokens, in the currency of the workspace. */
export type Price = { model: string; input: number; output: number };

export const listPrices = ({ workspace, query }: Connection) =>
  query<Price>(sql`select model, input, output from prices where workspace = ${workspace} order by model`);

export async function findCurrency({ workspace, query }: Connection): Promise<string> {
  const [row] = await query<{ currency: string }>(sql`select currency from workspaces where id = ${workspace}`);
  return row?.currency ?? '';
}

/** The currency, and the prices of these models as far as they are known. */
export async function findMoney(
  { workspace, query }: Connection,
  models: readonly string[],
): Promise<{ currency: string; prices: Price[] }> {
  const [row] = await query<{ currency: string; prices: Price[] | null }>(sql`
    select w.currency, (select json_agg(json_build_object('model', p.model, 'input', p.input, 'output', p.output))
      from prices p where p.workspace = ${workspace} and p.model = any(${models}::text[])) as prices
    from workspaces w where w.id = ${workspace}`);
  return { currency: row?.currency ?? '', prices: row?.prices ?? [] };
}

export const savePrice = ({ workspace }: Connection, { model, input, output }: Price): Sql => sql`
  insert into prices (workspace, model, input, output) values (${workspace}, ${model}, ${input}, ${output})
  on conflict (workspace, model) do update set input = excluded.input, output = excluded.output returning 1`;

export const deletePrice = ({ workspace }: Connection, model: string): Sql =>
  sql`delete from prices where workspace = ${workspace} and model = ${model} returning 1`;
