type Days = Readonly<Record<string, string>>;

/** Days of a filter as the instants between which they lie, in the reader's zone; the last one is part of it. */
export function wholeDays({ from, until }: Days): { from?: string; until?: string } {
  return {
    ...(from && { from: instant(from, '00:00:00') }),
    ...(until && { until: instant(until, '23:59:59') }),
  };
}

const instant = (day: string, time: string) => new Date(`${day}T${time}`).toISOString();
