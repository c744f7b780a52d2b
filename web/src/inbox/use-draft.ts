import { useState } from 'react';

/** What is typed for a request is kept until it is answered, so that looking elsewhere or a refusal loses nothing. */
const drafts = new Map<string, unknown>();

/** As useState, for one part of the answer to a request. */
export function useDraft<Value>(request: string, part: string, initial: Value): [Value, (value: Value) => void] {
  const key = `${request}/${part}`;
  // What was kept under this key was kept by the same line of the same form.
  const [value, setValue] = useState<Value>(drafts.has(key) ? (drafts.get(key) as Value) : initial);
  const keep = (next: Value) => {
    drafts.set(key, next);
    setValue(next);
  };
  return [value, keep];
}

export function forgetDrafts(request: string): void {
  for (const key of drafts.keys()) if (key.startsWith(`${request}/`)) drafts.delete(key);
}
