import { type Item, paged, type RunRecord } from 'coact';
import { Person, useName } from '../parts/badge.tsx';
import { Burn } from '../parts/burn.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { Activities } from './activities.tsx';
import { Section } from './section.tsx';
import { Verdicts } from './verdicts.tsx';

/** Every ended attempt at the item, the newest first: how it ended, what was said, how it was judged. */
export function EarlierRuns({ item }: { item: Item }) {
  const { runs, trouble } = useRuns(item);
  const ended = runs.filter(({ endedAt }) => endedAt !== null);
  if (ended.length === 0) return <TroubleNote trouble={trouble} />;
  return (
    <Section title={words.item.earlierRuns}>
      <ol className="space-y-4">
        {ended.map((run) => (
          <Ended key={run.id} run={run} criteria={item.criteria} />
        ))}
      </ol>
    </Section>
  );
}

/** All attempts at an item, the newest first. */
export function useRuns({ id }: Item) {
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${id}.${changes}`, () =>
    Array.fromAsync(paged(server.run.list, { item: id, limit: 200 })),
  );
  return { runs: answer ?? none, trouble };
}
const none: readonly RunRecord[] = [];

function Ended({ run, criteria }: { run: RunRecord; criteria: Item['criteria'] }) {
  const { id, executor, ending, endedAt, endedBy, note, usage, verdicts } = run;
  const by = useName(endedBy);
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2">
        <Person id={executor} as={words.item.didIt} />
        <span>
          {words.item.ending(ending, endedBy ? by : null)} {endedAt && <Ago at={endedAt} />}
        </span>
      </p>
      {note && <p className="prose mt-1 text-muted">{note}</p>}
      <Verdicts verdicts={verdicts} criteria={criteria} />
      <div className="mt-2 w-fit">
        <Burn used={usage} limits={null} />
      </div>
      <details className="mt-1">
        <summary className="w-fit min-h-6 text-sm text-muted hover:text-ink">{words.item.activities}</summary>
        <div className="mt-1">
          <Activities run={id} />
        </div>
      </details>
    </li>
  );
}
