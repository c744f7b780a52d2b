import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Step } from './clients.ts';
import type { Recording } from './record.ts';

/** What differs from call to call: the target, the actor, fresh ids, and what the flights before have found. */
type Call = { target: string; actor: string; fresh: string[]; rows: (Record<string, unknown> | undefined)[] };
type Get = (call: Call) => string;
type Statement = { name: string; text: string; values: ((call: Call) => unknown)[]; nth: number; mustFind: boolean };
export type Replay = { setup: Recording['setup']; flights: Statement[][]; freshIds: number };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOKEN = new RegExp(`(${UUID}|\\b\\d{5,9}\\b)`, 'g');
const isNumber = (token: string) => /^\d+$/.test(token);

/**
 * Makes a recording repeatable: an id or a number of five digits and more that the recorded call had fresh, from its input
 * or from a row it read stands, wherever a later statement sends it (or it plus one), for the same thing of this call.
 * Everything else is sent as it was.
 */
export function prepareReplay(
  { setup, flights, freshIds }: Recording,
  { target, actor }: { target: string; actor: string },
): Replay {
  const known = new Map<string, Get>([[actor, (call) => call.actor]]);
  freshIds.forEach((id, i) => known.set(id, (call) => call.fresh[i] ?? ''));
  if (target) known.set(target, (call) => call.target);
  let nth = 0;
  const prepared = flights.map((flight) => {
    const statements = flight.map(({ text, values, row }): Statement => {
      const statement = {
        name: `r${nth}`,
        text,
        nth,
        mustFind: row !== undefined,
        values: values.map((value) => prepareValue(value, known)),
      };
      nth += 1;
      return statement;
    });
    flight.forEach(({ row }, i) => learn(known, row, statements[i]?.nth ?? 0));
    return statements;
  });
  return { setup, flights: prepared, freshIds: freshIds.length };
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What a row says may be sent later on. */
function learn(known: Map<string, Get>, row: Record<string, unknown> = {}, nth: number): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const found = (call: Call) => textOf(call.rows[nth]?.[column]);
    for (const token of String(value).match(TOKEN) ?? []) {
      const within = String(value) === token ? found : (call: Call) => found(call).match(TOKEN)?.[0] ?? '';
      if (!known.has(token)) known.set(token, within);
      if (isNumber(token) && !known.has(String(Number(token) + 1)))
        known.set(String(Number(token) + 1), (call) => String(Number(within(call)) + 1));
    }
  }
}

function prepareValue(value: unknown, known: Map<string, Get>): (call: Call) => unknown {
  if (Array.isArray(value)) {
    const inner = value.map((one) => prepareValue(one, known));
    return (call) => inner.map((get) => get(call));
  }
  if (typeof value === 'number') {
    const get = known.get(String(value));
    return get ? (call) => Number(get(call)) : () => value;
  }
  if (typeof value !== 'string') return () => value;
  const whole = known.get(value);
  if (whole) return whole;
  const pieces = value.split(TOKEN).map((piece, i) => (i % 2 === 1 ? (known.get(piece) ?? piece) : piece));
  if (pieces.every((piece) => typeof piece === 'string')) return () => value;
  return (call) => pieces.reduce<string>((text, piece) => text + (typeof piece === 'string' ? piece : piece(call)), '');
}

type Aim = { target: string; actor: string };

/** Sends what was recorded once more, in the same flights, for another target; again when others were first, as the server does. */
export async function replayOnce(replay: Replay, client: pg.Client, aim: Aim): Promise<Step> {
  for (;;) {
    try {
      return await sendFlights(replay, client, aim);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'CO409')) throw error;
      await client.query('rollback');
    }
  }
}

async function sendFlights({ flights, freshIds }: Replay, client: pg.Client, { target, actor }: Aim): Promise<Step> {
  const call: Call = { target, actor, fresh: Array.from({ length: freshIds }, () => uuidv7()), rows: [] };
  for (const flight of flights) {
    const results = await Promise.all(
      flight.map(({ name, text, values }) =>
        client.query<Record<string, unknown>>({ name, text, values: values.map((get) => get(call)) }),
      ),
    );
    for (const [i, { nth, mustFind }] of flight.entries()) {
      const row = results[i]?.rows[0];
      call.rows[nth] = row;
      if (mustFind && !row) {
        await client.query('rollback');
        return 'exhausted';
      }
    }
  }
  return 'done';
}
