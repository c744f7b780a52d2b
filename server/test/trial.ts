import { createPipeline, type Outcome } from '../src/operations/execute.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Connection, type Database, openDatabase } from '../src/store/database.ts';
import type { Bearer } from '../src/store/people.ts';
import { type Sql, sql } from '../src/store/sql.ts';
import { ids } from './server.ts';
import type { TestDatabase } from './database.ts';

export type Tried = { operation: Operation; workspace: string; bearer: Bearer | null; input: object };

/**
 * Calls operations for real and takes back what they did: each runs inside a transaction that is rolled back, so the next
 * finds the world as it was. `saw` is told every statement.
 */
export function createTrial(db: TestDatabase, saw: (statement: Sql) => void = () => undefined) {
  const own = openDatabase({ ...db.config, max: 1 });
  const now = () => db.clock.now;
  const server = { publicUrl: 'http://127.0.0.1:4180', version: '0.0.0-test' };

  async function attempt({ operation, workspace, bearer, input }: Tried): Promise<Outcome> {
    return own.within(workspace, async (connection) => {
      await connection.query(sql`begin`);
      try {
        const database = insideOf(connection, saw);
        const execute = createPipeline({ database, now, ids, server, committed: () => undefined, checkAnswers: true });
        return await execute({ operation, workspace, bearer, input, ifMatch: null });
      } finally {
        await connection.query(sql`rollback`);
      }
    });
  }
  return { attempt, close: () => own.close() };
}

/** A database whose every piece of work is a part of the transaction that is open. */
function insideOf(connection: Connection, saw: (statement: Sql) => void): Database {
  const query: Connection['query'] = (statement) => {
    saw(statement);
    return connection.query(statement);
  };
  const within: Database['within'] = async (workspace, work) => {
    await connection.query(sql`savepoint trial`);
    try {
      return await work({ ...connection, workspace, inTransaction: true, query, queryLast: query });
    } catch (error) {
      await connection.query(sql`rollback to savepoint trial`);
      throw error;
    }
  };
  const none = () => Promise.reject(new Error('a trial has one connection'));
  return { within, transaction: within, global: query, dedicated: none, close: () => Promise.resolve() };
}
