import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { limits } from './limits.ts';
import { type Fields, isFields } from './read-fields.ts';

/** A mapping read from YAML: each field as a plain value and as it was written, and the line it is on (from 1). */
export type YamlFields = {
  values: Fields;
  /** A scalar as it stands in the file, so that `1.10` stays `1.10`; undefined for null, a list or a mapping. */
  written(name: string): string | undefined;
  /** The entries of a list, or the one scalar; undefined when it is neither. */
  list(name: string): string[] | undefined;
  line(name: string): number | undefined;
};

export type YamlProblem = { line?: number; problem: string };

/**
 * Reads a mapping. What does not parse is tried once more with the values quoted that people and older versions of Backlog.md
 * leave unquoted though YAML cannot take them so: `assignee: @ann`, `title: Console: skip rows`.
 */
export function readYaml(text: string): { fields: YamlFields } | { problems: YamlProblem[] } {
  // The parser compares each key with all others: of the shortest keys, 100,000 characters take 2 s and 300,000 take 16 s.
  if (text.length > limits.textLength)
    return { problems: [{ problem: `it has more than ${limits.textLength} characters` }] };
  const first = readStrictly(text);
  if ('fields' in first) return first;
  const repaired = readStrictly(quotePlainValues(text));
  return 'fields' in repaired ? repaired : first;
}

function readStrictly(text: string): { fields: YamlFields } | { problems: YamlProblem[] } {
  const lines = new LineCounter();
  try {
    const options = { lineCounter: lines, intAsBigInt: true, logLevel: 'silent', prettyErrors: false } as const;
    const document = parseDocument(text, options);
    // One error of a line is followed by others that only come of it.
    const first = new Map(
      document.errors.toReversed().map((error) => [lines.linePos(error.pos[0]).line, error.message]),
    );
    const problems = [...first].map(([line, problem]) => ({ line, problem }));
    if (document.contents !== null && !isMap(document.contents))
      problems.push({ line: 1, problem: 'it is no list of `name: value` lines' });
    return problems.length > 0 ? { problems } : { fields: fieldsOf(document, lines) };
  } catch (error) {
    // Too many aliases, or nesting deeper than the stack.
    return { problems: [{ problem: error instanceof Error ? error.message : String(error) }] };
  }
}

function fieldsOf(document: Document, lines: LineCounter): YamlFields {
  const json = toJson(document.toJS({ maxAliasCount: 100 }));
  const values = isFields(json) ? json : {};
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const nodeOf = (name: string) => {
    const node = document.get(name, true);
    return isAlias(node) ? node.resolve(document) : node;
  };
  return {
    values,
    written: (name) => sourceOf(nodeOf(name)),
    list: (name) => listOf(nodeOf(name)),
    line(name) {
      const key = pairs.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key;
      return isNode(key) && key.range ? lines.linePos(key.range[0]).line : undefined;
    },
  };
}

function sourceOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

function listOf(node: unknown): string[] | undefined {
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return [];
  if (isScalar(node)) return [sourceOf(node) ?? ''];
  if (!isSeq(node)) return undefined;
  const entries = node.items.map(sourceOf);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** Plain JSON: whole numbers were read as bigint to keep their digits, and YAML has numbers (`.inf`) that JSON lacks. */
function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return String(Number(value)) === String(value) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
}

const plainValue = /^([\w-]+:[ \t]+|[ \t]*-[ \t]+)([^\s"'[{|>&*!#%-].*)$/;
const flowList = /^([\w-]+:[ \t]+)\[(.*)\]$/;

const quote = (value: string) => (/^[@`]|: |:$/.test(value) ? JSON.stringify(value) : value);

function quotePlainValues(text: string): string {
  const lines = text.split('\n').map((written) => {
    const line = written.trimEnd();
    const [, lead, value] = plainValue.exec(line) ?? [];
    if (lead && value) return lead + quote(value);
    const [, start, entries] = flowList.exec(line) ?? [];
    return start && entries
      ? `${start}[${entries
          .split(',')
          .map((entry) => quote(entry.trim()))
          .join(', ')}]`
      : line;
  });
  return lines.join('\n');
}
