import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import type { Facts } from './filter/facts.ts';
import type { WhyNot } from './judge-move.ts';

/** What was dropped on a lane and could not be: by a rule that the page knows, or by what the server answered. */
export type Refused = { lane: string; itemKey: string; why: WhyNot | { message: string; hint: string } };

/** Says where it was dropped why an item stays where it was. */
export function NotMoved({ refused, facts, onDismiss }: { refused: Refused; facts: Facts; onDismiss: () => void }) {
  const { moved } = words.work;
  return (
    <div role="alert" className="m-1 rounded-lg border border-dashed border-fail bg-sheet px-2.5 py-2">
      <p className="font-medium">{moved.notMoved(refused.itemKey)}</p>
      <p className="mt-0.5 text-sm">{whyText(refused.why, facts)}</p>
      <Button look="quiet" className="mt-1 -ml-3 text-sm" onClick={onDismiss}>
        {moved.dismiss}
      </Button>
    </div>
  );
}

export function whyText(why: Refused['why'], { people, me }: Pick<Facts, 'people' | 'me'>): string {
  if ('message' in why) return `${why.message} ${why.hint}`.trim();
  const name = why.who ? (people.get(why.who)?.name ?? '…') : '';
  return words.work.moved.whyNot[why.is](why.who === me && me !== null ? words.work.me : name);
}
