const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?[ ]?(?:(Z)|([+-]\d\d):?(\d\d))?)?$/i;

/**
 * A date or time as ISO 8601 with offset, or undefined when it is none. Without a zone it is taken as UTC (Backlog.md writes
 * UTC so), without a time as midnight. Fractions and offsets stay as they were, so a time that is complete comes back as it is.
 */
export function parseDate(text: string): string | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;

  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = ''] = match;
  const [offsetHour = '', offsetMinute = ''] = match.slice(9);
  const possible =
    isDay(Number(year), Number(month), Number(day)) &&
    isTime(Number(hour), Number(minute), Number(second)) &&
    isTime(Math.abs(Number(offsetHour)), Number(offsetMinute), 0);
  const offset = offsetHour === '' ? 'Z' : `${offsetHour}:${offsetMinute}`;
  return possible ? `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}` : undefined;
}

const isTime = (hour: number, minute: number, second: number) => hour < 24 && minute < 60 && second < 60;

/** The calendar repeats every 400 years; counting from 2000 keeps `Date.UTC` from reading the years 0 to 99 as 19xx. */
function isDay(year: number, month: number, day: number): boolean {
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
}
