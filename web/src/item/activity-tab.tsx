import type { Item } from 'coact';
import { words } from '../words/index.ts';
import { Activities } from './activities.tsx';
import type { Asking } from './acts.ts';
import { Comments } from './comments.tsx';
import { Requests } from './requests.tsx';
import { EarlierRuns } from './runs.tsx';
import { Section } from './section.tsx';

type Props = { item: Item; onAsk: (asking: Asking) => void; writing: number };

/** What goes on: what is asked, what the executor reports, what was said, and the attempts before. */
export function ActivityTab({ item, onAsk, writing }: Props) {
  return (
    <div className="max-w-[48rem] space-y-7">
      <Requests item={item} onAsk={onAsk} />
      {item.run && (
        <Section title={words.item.activities}>
          <Activities run={item.run.id} />
        </Section>
      )}
      <Comments item={item} writing={writing} />
      <EarlierRuns item={item} />
    </div>
  );
}
