import type { Usage } from '../work-item.ts';

/** What budgets count, in whole units so that sums are exact: tokens, millionths of the currency, milliseconds. */
export type Units = { tokens: number; micros: number; ms: number };
/** Only what is limited. */
export type LimitUnits = Partial<Units>;

export const measures = ['tokens', 'cost', 'minutes'] as const;
export type Measure = (typeof measures)[number];
/** As people say it: tokens, money and minutes; only what is limited. */
export type Limits = { [One in Measure]?: number | undefined };

export const unitNames = ['tokens', 'micros', 'ms'] as const;
export type UnitName = (typeof unitNames)[number];
export const measureOf = { tokens: 'tokens', micros: 'cost', ms: 'minutes' } as const satisfies Record<
  UnitName,
  Measure
>;

export const noUnits: Units = { tokens: 0, micros: 0, ms: 0 };
const MICROS = 1_000_000;
const MINUTE = 60_000;
/** To a thousandth: nobody reads more of a minute. */
const minutesOf = (ms: number) => Math.round(ms / (MINUTE / 1_000)) / 1_000;

export const toUnits = ({ tokens, cost, minutes }: Usage): Units => ({
  tokens: Math.round(tokens),
  micros: Math.round(cost * MICROS),
  ms: Math.round(minutes * MINUTE),
});

export const toUsage = ({ tokens, micros, ms }: Units): Usage => ({
  tokens,
  cost: micros / MICROS,
  minutes: minutesOf(ms),
});

export function limitsToUnits({ tokens, cost, minutes }: Limits): LimitUnits {
  return {
    ...(tokens !== undefined && { tokens }),
    ...(cost !== undefined && { micros: Math.round(cost * MICROS) }),
    ...(minutes !== undefined && { ms: Math.round(minutes * MINUTE) }),
  };
}

export function limitsFromUnits({ tokens, micros, ms }: LimitUnits): Limits {
  return {
    ...(tokens !== undefined && { tokens }),
    ...(micros !== undefined && { cost: micros / MICROS }),
    ...(ms !== undefined && { minutes: minutesOf(ms) }),
  };
}

/** The same done to each of the three. */
export const each = (make: (name: UnitName) => number): Units => ({
  tokens: make('tokens'),
  micros: make('micros'),
  ms: make('ms'),
});

export const add = (one: Units, other: Units): Units => each((name) => one[name] + other[name]);
export const subtract = (one: Units, other: Units): Units => each((name) => one[name] - other[name]);
export const isNothing = (units: Units): boolean => unitNames.every((name) => units[name] === 0);
