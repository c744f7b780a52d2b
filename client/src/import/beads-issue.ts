import type { ImportItem } from './backlog-format.ts';
import { readComments } from './beads-comments.ts';
import { type BeadsEdge, readEdges } from './beads-edges.ts';
import type { Report } from './import-error.ts';
import { underHeadings } from './markdown-lines.ts';
import { omitUndefined } from './omit-undefined.ts';
import { bareName, type People } from './people.ts';
import { type Criterion, readCriteria } from './read-criteria.ts';
import { describe, type FieldReader, type Fields, readFields } from './read-fields.ts';
import { takeCriteria } from './take-criteria.ts';

/** An issue as an item that is not linked to others yet, and the edges that are to link it. */
export type BeadsIssue = { item: ImportItem; edges: BeadsEdge[] };

type Reading = { people: People; report: Report };

/** Fields that an item always has a place for. The others are kept, among them the accountable `owner`: whoever imports is that. */
const mapped = new Set(
  (
    'id title description status priority issue_type assignee created_by created_at updated_at closed_at labels comments ' +
    'dependencies notes design acceptance_criteria external_ref'
  ).split(' '),
);

/** Reads one line of a beads file. Without an id and a title there is no item. */
export function readIssue(issue: Fields, reading: Reading): BeadsIssue | undefined {
  const { report } = reading;
  const field = readFields(issue, report);
  const [ref, title] = ['id', 'title'].map((name) => {
    const text = field.text(name);
    if (text === undefined && typeof (issue[name] ?? '') === 'string')
      report(`\`${name}\` is missing: every issue needs one.`);
    return text;
  });
  const parts = readParts(issue, field, reading);
  const edges = readEdges(issue, report);
  if (ref === undefined || title === undefined) return undefined;
  return { item: { ref, title: title.trim(), ...parts, blockedBy: [], related: [] }, edges };
}

function readParts(issue: Fields, field: FieldReader, { people, report }: Reading) {
  const status = field.text('status') ?? 'open';
  const state = stateOf(status);
  const { criteria, outcome, context } = readContract(field);
  const { comments, kept: keptComments } = readComments(issue, { people, report });
  const assignee = readPerson('assignee', field, { people, report });
  const createdBy = readPerson('created_by', field, { people, report });
  const owner = field.text('owner');
  if (owner) people.name(owner, report);
  const reference = field.text('external_ref');
  const isLink = reference !== undefined && /^https?:\/\/\S+$/i.test(reference);
  const closedAt = field.date('closed_at');

  const kept = Object.entries({
    status: status === 'open' || status === 'closed' ? undefined : status,
    assignee: assignee.kept,
    created_by: createdBy.kept,
    closed_at: state === 'open' ? closedAt && issue['closed_at'] : undefined,
    external_ref: isLink ? undefined : reference,
    comments: keptComments.length > 0 ? keptComments : undefined,
  }).filter(([, value]) => value !== undefined);

  return omitUndefined({
    state,
    outcome,
    type: field.text('issue_type'),
    priority: readPriority(issue['priority'], report),
    criteria,
    labels: [...new Set(field.texts('labels'))],
    context,
    links: isLink ? [reference] : [],
    assignee: assignee.name,
    createdBy: createdBy.name,
    createdAt: field.date('created_at'),
    updatedAt: field.date('updated_at'),
    closedAt: state === 'open' ? undefined : closedAt,
    comments,
    sourceData: Object.fromEntries([...Object.entries(issue).filter(([name]) => !mapped.has(name)), ...kept]),
  });
}

/** A tombstone is a deleted issue. Being worked on, blocked, deferred or pinned is all open: Coact derives it or asks anew. */
function stateOf(status: string): ImportItem['state'] {
  if (status === 'closed') return 'done';
  return status === 'tombstone' ? 'cancelled' : 'open';
}

function readContract(field: FieldReader): Pick<ImportItem, 'criteria' | 'outcome' | 'context'> {
  const described = takeCriteria(field.text('description') ?? '');
  const listed = readCriteriaField(field.text('acceptance_criteria') ?? '');
  const criteria = [...described.criteria, ...listed.criteria];
  const context = underHeadings([
    { title: 'Design', text: field.text('design') },
    { title: 'Notes', text: field.text('notes') },
    { title: 'Acceptance criteria', text: listed.rest },
  ]);
  const first = new Map(criteria.toReversed().map((criterion) => [criterion.text, criterion]));
  return omitUndefined({
    outcome: described.text || undefined,
    criteria: criteria.filter((criterion) => first.get(criterion.text) === criterion),
    context,
  });
}

/** The field is a list or, where there is none, a paragraph for each criterion. Its heading, if any, only repeats its name. */
function readCriteriaField(text: string): { criteria: Criterion[]; rest: string } {
  const body = text.replace(/^\s*(?:#+[ \t]*)?(?:\*\*)?acceptance criteria(?:\*\*)?:?(?:\*\*)?[ \t]*\r?\n/i, '');
  const listed = readCriteria(body);
  if (listed.criteria.length > 0) return listed;
  const paragraphs = body.split(/(?:\r?\n[ \t]*){2,}/).map((paragraph) => paragraph.trim());
  return { criteria: paragraphs.filter(Boolean).map((paragraph) => ({ text: paragraph })), rest: '' };
}

function readPerson(name: string, field: FieldReader, { people, report }: Reading): { name?: string; kept?: string } {
  const written = field.text(name);
  if (written === undefined) return {};
  const called = people.name(written, report);
  return called === bareName(written) ? { name: called } : { name: called, kept: written };
}

function readPriority(value: unknown, report: Report): number | undefined {
  const priority = [0, 1, 2, 3, 4].find((level) => level === value);
  if (priority === undefined && value !== undefined && value !== null)
    report(`\`priority\` must be a whole number from 0 (most urgent) to 4, not ${describe(value)}.`);
  return priority;
}
