import { after } from 'node:test';

const endings: (() => Promise<void>)[] = [];

/**
 * Ends something with the test file, the newest first. A hook that is registered within another hook or a test would run at
 * the end of that one already.
 */
export const atEnd = (end: () => Promise<void>): void => void endings.push(end);

after(async () => {
  for (const end of endings.toReversed()) await end();
});
