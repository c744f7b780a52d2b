export type Reading = { value: number; at: string };
type Box = { width: number; height: number };
type Charted = { readings: readonly Reading[]; baseline: number; target: number };

export type ChartPoints = {
  /** The readings from the oldest to the newest, in pixels. */
  points: readonly { x: number; y: number }[];
  /** Heights of the two lines that the readings are compared with. */
  baseline: number;
  target: number;
};

/** Where readings are drawn: time from left to right, the larger value above. Baseline and target are always in sight. */
export function chartPoints({ readings, baseline, target }: Charted, { width, height }: Box): ChartPoints {
  const inOrder = readings.toSorted((a, b) => a.at.localeCompare(b.at));
  const times = inOrder.map(({ at }) => Date.parse(at));
  const values = [baseline, target, ...inOrder.map(({ value }) => value)];
  const along = scale([Math.min(...times), Math.max(...times)], [0, width]);
  const up = scale([Math.min(...values), Math.max(...values)], [height, 0]);
  const points = inOrder.map(({ value }, index) => ({ x: along(times[index] ?? 0), y: up(value) }));
  return { points, baseline: up(baseline), target: up(target) };
}

type Pair = readonly [number, number];

/** A single value stands in the middle. */
const scale =
  ([low, high]: Pair, [from, to]: Pair) =>
  (value: number): number =>
    high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2;
