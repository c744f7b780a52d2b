/** A piece of SQL with its values apart: pieces nest, values never become text. */
export type Sql = { readonly texts: readonly string[]; readonly values: readonly unknown[] };

/** `sql\`select … where id = ${id}\``; a nested piece is spliced in, anything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const texts = [strings[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string) => {
    texts[texts.length - 1] += text;
  };
  parts.forEach((part, i) => {
    if (isSql(part)) {
      part.texts.forEach((text, k) => (k === 0 ? append(text) : texts.push(text)));
      values.push(...part.values);
      append(strings[i + 1] ?? '');
    } else {
      values.push(part);
      texts.push(strings[i + 1] ?? '');
    }
  });
  return { texts, values };
}

export const isSql = (part: unknown): part is Sql => typeof part === 'object' && part !== null && 'texts' in part;

export const join = (pieces: readonly Sql[], separator: string): Sql =>
  pieces.reduce((all, piece, i) => (i === 0 ? piece : sql`${all}${raw(separator)}${piece}`), raw(''));

/** Text that is ours, such as a column's name: never anything that came from outside. */
export const raw = (text: string): Sql => ({ texts: [text], values: [] });

export const textOf = ({ texts }: Sql) => texts.reduce((all, text, i) => `${all}$${i}${text}`);
