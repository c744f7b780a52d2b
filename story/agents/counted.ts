/** A number with its noun: `1 link`, `2 links`; `many` for nouns that do not just take an s. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
