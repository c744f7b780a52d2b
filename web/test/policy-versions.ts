import type { PolicyRule } from 'coact';

const because = 'It can hurt.';

/** Two versions of rules that keep nobody from work. */
export const policyVersions: readonly PolicyRule[][] = [
  [{ id: 'no-risk', when: { action: 'view.delete' }, then: 'forbid', because }],
  [{ id: 'other', when: { action: 'view.create' }, then: 'forbid', because }],
];
