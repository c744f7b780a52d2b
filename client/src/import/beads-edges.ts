import type { Report } from './import-error.ts';
import { describe, type Fields, isFields, readFields } from './read-fields.ts';

/** An entry of `dependencies`: it sits on the dependent issue `from`, and `to` is what it waits for, belongs to or refers to. */
export type BeadsEdge = { from: string | undefined; to: string; type: string; written: Fields };

export function readEdges(issue: Fields, report: Report): BeadsEdge[] {
  const list = issue['dependencies'] ?? [];
  if (!Array.isArray(list) || !list.every(isFields)) {
    report(`\`dependencies\` must be a list of objects, not ${describe(list)}: correct it or leave it out.`);
    return [];
  }
  return list.flatMap((written, index) => {
    const tell = (problem: string) => report(`Dependency ${index + 1}: ${problem}`);
    const field = readFields(written, tell);
    const [from, to, type] = [field.text('issue_id'), field.text('depends_on_id'), field.text('type')];
    if (to !== undefined && type !== undefined) return [{ from, to, type, written }];
    tell('it needs `depends_on_id` and `type`: complete or remove it.');
    return [];
  });
}
