import type { Bearer } from '../../store/people.ts';
import type { Operation } from '../define.ts';
import type { Perform } from './perform.ts';

type Waiting = { hoursAgo: number; go: () => void };

/**
 * Tells several stories side by side, each act in its turn by time, so that keys, ids and places in the ledger follow the
 * clock: an act is performed once every story that goes on has said its next one.
 */
export async function tellInOrder(
  perform: Perform,
  stories: readonly ((perform: Perform) => Promise<unknown>)[],
): Promise<void> {
  const waiting: Waiting[] = [];
  let going = stories.length;
  let failed = false;

  const goOn = () => {
    if (failed || waiting.length === 0 || waiting.length < going) return;
    const first = waiting.reduce((before, one) => (one.hoursAgo > before.hoursAgo ? one : before));
    waiting.splice(waiting.indexOf(first), 1);
    first.go();
  };
  const inTurn: Perform = <Answer>(who: Bearer, operation: Operation, input: object, hoursAgo: number) =>
    new Promise<Answer>((resolve, reject) => {
      const go = () => void perform<Answer>(who, operation, input, hoursAgo).then(resolve, reject);
      waiting.push({ hoursAgo, go });
      goOn();
    });
  const tell = async (story: (perform: Perform) => Promise<unknown>) => {
    try {
      await story(inTurn);
    } catch (error) {
      failed = true;
      throw error;
    }
    going -= 1;
    goOn();
  };
  await Promise.all(stories.map(tell));
}
