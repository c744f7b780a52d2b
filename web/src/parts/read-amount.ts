/** Nothing, or a number that is no amount, is no limit. */
export function readAmount(text: string): number | undefined {
  const amount = Number(text.replace(/[\s_]/g, '').replace(',', '.'));
  return text.trim() !== '' && amount > 0 ? amount : undefined;
}
