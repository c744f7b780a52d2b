/** Numbers and dates as this reader's locale writes them. */

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const decimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

export const count = (value: number): string => whole.format(value);
export const number = (value: number): string => exact.format(value);
export const amount = (value: number): string => decimals.format(value);
const currencies = new Map<string, Intl.NumberFormat>();
/** An amount with the sign of its currency. */
export function money(value: number, currency: string): string {
  const format = currencies.get(currency) ?? new Intl.NumberFormat(undefined, { style: 'currency', currency });
  currencies.set(currency, format);
  return format.format(value);
}
/** 0.4 as 40 %. */
export const percent = (value: number): string => share.format(value);
/** A day without its year, unless it is of another year than `now` (epoch milliseconds). */
export function date(iso: string, now: number): string {
  const at = new Date(iso);
  return (at.getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(at);
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
/** The moment in the reader's own zone. */
export const exactly = (iso: string): string => moment.format(Date.parse(iso));
