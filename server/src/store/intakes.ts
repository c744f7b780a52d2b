import type { ContractPatch } from '../domain/contract.ts';
import type { Connection } from './database.ts';
import { type Sql, sql } from './sql.ts';

/** What a team says about what it takes in. */
export type Intake = {
  team: string;
  description: string;
  tags: string[];
  examples: string[];
  /** Whether agents elsewhere may send it work; a team that has said nothing takes it as drafts. */
  takes: boolean;
  listed: boolean;
  commits: boolean;
  contract: ContractPatch;
  version: number;
};
export type TeamIntake = { team: string; key: string; name: string; lead: string | null; intake: Intake | null };

type Row = Omit<TeamIntake, 'intake'> & Omit<Intake, 'team' | 'version'> & { version: number | null };

const select = ({ workspace, query }: Connection, where: Sql) =>
  query<Row>(sql`
    select t.id as team, t.key, t.name, t.lead, n.description, n.tags, n.examples, n.takes, n.listed, n.commits, n.contract, n.version
    from teams t left join intakes n on n.workspace = t.workspace and n.team = t.id
    where t.workspace = ${workspace} and ${where}`);

const intakeOf = ({ team, key, name, lead, version, ...said }: Row): TeamIntake => ({
  team,
  key,
  name,
  lead,
  intake: version === null ? null : { team, version, ...said },
});

/** Every team with its intake, or only those that take work and are listed for everybody; by key. */
export const listIntakes = async (connection: Connection, { listed }: { listed: boolean }): Promise<TeamIntake[]> =>
  (await select(connection, sql`${listed ? sql`n.listed and n.takes` : sql`true`} order by t.key limit 1000`)).map(
    intakeOf,
  );

export async function findIntake(connection: Connection, team: string): Promise<Intake | null> {
  const [row] = await select(connection, sql`t.id = ${team}`);
  return row ? intakeOf(row).intake : null;
}

export const saveIntake = ({ workspace }: Connection, one: Intake, by: { id: string; at: string }): Sql => sql`
  insert into intakes (workspace, team, description, tags, examples, takes, listed, commits, contract, set_by, updated_at)
  values (${workspace}, ${one.team}, ${one.description}, ${one.tags}, ${one.examples}, ${one.takes}, ${one.listed}, ${one.commits},
    ${JSON.stringify(one.contract)}, ${by.id}, ${by.at})
  on conflict (workspace, team) do update set description = excluded.description, tags = excluded.tags, examples = excluded.examples,
    takes = excluded.takes, listed = excluded.listed, commits = excluded.commits, contract = excluded.contract, set_by = excluded.set_by,
    version = intakes.version + 1, updated_at = excluded.updated_at returning 1`;
