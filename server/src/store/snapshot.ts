import type { Request } from '../domain/request.ts';
import type { Connection } from './database.ts';
import { readHead } from './ledger.ts';
import { type ListedItem, listedColumns, withLiveRun } from './list-items.ts';
import { openRequestsAbout } from './requests.ts';
import { type Sql, raw, sql } from './sql.ts';

export type Snapshot = {
  /** The ledger's head before the rows were read. */
  position: number;
  items: ListedItem[];
  requests: Request[];
  dependencies: Dependency[];
};
type Dependency = { item: string; blocker: string };

const isOpen = (alias: 'i' | 'b') => raw(`${alias}.state in ('draft', 'ready', 'active', 'review')`);

/**
 * All open work, or the items that are named whatever their state, with what is asked about them and what they wait for. The
 * head is read before them: what happens meanwhile may be in the rows already, but whoever follows from there misses nothing.
 */
export async function readSnapshot(connection: Connection, named: readonly string[] | undefined): Promise<Snapshot> {
  const { size: position } = await readHead(connection);
  const wanted = named ? sql`i.id = any(${named}::uuid[])` : isOpen('i');
  const [items, requests, dependencies] = await Promise.all([
    readItems(connection, wanted),
    openRequestsAbout(connection, wanted),
    readDependencies(connection, wanted),
  ]);
  return { position, items, requests, dependencies };
}

const readItems = ({ workspace, query }: Connection, wanted: Sql) =>
  query<ListedItem>(sql`
    select ${listedColumns} from items i ${withLiveRun}
    where i.workspace = ${workspace} and ${wanted} order by i.id desc`);

const readDependencies = ({ workspace, query }: Connection, wanted: Sql) =>
  query<Dependency>(sql`
    select d.item, d.blocker from dependencies d
    join items i on i.workspace = d.workspace and i.id = d.item
    join items b on b.workspace = d.workspace and b.id = d.blocker
    where d.workspace = ${workspace} and ${wanted} and ${isOpen('i')} and ${isOpen('b')}`);
