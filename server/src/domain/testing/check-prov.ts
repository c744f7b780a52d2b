import assert from 'node:assert/strict';
import type { ProvDocument } from '../prov.ts';

/** What each relation joins, after the PROV-JSON submission. */
const joins = {
  wasGeneratedBy: { 'prov:entity': 'entity', 'prov:activity': 'activity' },
  used: { 'prov:activity': 'activity', 'prov:entity': 'entity' },
  wasAssociatedWith: { 'prov:activity': 'activity', 'prov:agent': 'agent' },
  wasAttributedTo: { 'prov:entity': 'entity', 'prov:agent': 'agent' },
  actedOnBehalfOf: { 'prov:delegate': 'agent', 'prov:responsible': 'agent', 'prov:activity': 'activity' },
  wasInformedBy: { 'prov:informed': 'activity', 'prov:informant': 'activity' },
  wasDerivedFrom: { 'prov:generatedEntity': 'entity', 'prov:usedEntity': 'entity' },
} as const;

/** Whether a document holds together: names with a known prefix, relations of things that are there, times that are times. */
export function checkProv(document: ProvDocument): void {
  const prefixes = new Set(['prov', ...Object.keys(document.prefix)]);
  for (const section of ['entity', 'activity', 'agent'] as const)
    for (const [id, attributes] of Object.entries(document[section])) {
      assert.match(id, /^[a-z]+:\S+$/);
      assert(prefixes.has(id.split(':')[0] ?? ''), `the prefix of ${id} is declared`);
      for (const name of Object.keys(attributes))
        assert(prefixes.has(name.split(':')[0] ?? ''), `so is that of ${name}`);
      checkTimes(attributes);
    }
  for (const [section, roles] of Object.entries(joins))
    for (const [id, relation] of Object.entries(document[section as keyof typeof joins])) {
      assert.match(id, /^_:\w+$/);
      for (const [role, kind] of Object.entries(roles)) {
        const named = relation[role];
        assert(typeof named === 'string' && named in document[kind], `${section} ${role} names ${String(named)}`);
      }
      checkTimes(relation);
    }
}

function checkTimes(attributes: Record<string, unknown>): void {
  for (const name of ['prov:time', 'prov:startTime', 'prov:endTime'])
    if (name in attributes) assert.match(String(attributes[name]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const { 'prov:startTime': start, 'prov:endTime': end } = attributes;
  if (start !== undefined && end !== undefined) assert(String(start) <= String(end), 'it ends after it began');
}

/** The ids of the facts that a document tells of. */
export const eventsIn = ({ activity }: ProvDocument): Set<string> =>
  new Set(Object.values(activity).flatMap((one) => (one['coact:event'] ?? []) as string[]));
