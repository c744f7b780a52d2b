import type { Participant } from 'coact';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { Sessions } from '../settings/sessions.tsx';
import { words } from '../words/index.ts';
import { Autonomy } from './autonomy.tsx';
import { Budgets } from './budgets.tsx';
import { LiveRun } from './live-run.tsx';
import { useMayChange, useMayHoldTokens } from './may.ts';
import { OpenItems } from './open-items.tsx';
import { PersonActs } from './person-acts.tsx';
import { PersonFacts } from './person-facts.tsx';
import { Refused } from './refused.tsx';
import { Runs } from './runs.tsx';
import { Part } from './part.tsx';
import { StopControl, StoppedBy, useStopsOf } from './stop-control.tsx';
import { Tokens } from './tokens.tsx';
import { useLoads } from './use-loads.ts';
import { WaitsFor } from './waits-for.tsx';

const says = words.people;

/** Somebody's page: who they are and who answers for them, what they are at, what waits for them, what came of it. */
export function PersonPage({ one }: { one: Participant }) {
  const { owned, running, asked } = useLoads()(one.id);
  const tokens = useMayHoldTokens(one);
  const mine = useStore(({ me }) => me?.id === one.id);
  const stops = useStopsOf(one);
  const mayBudget = useMayChange(one);
  return (
    <article className="px-4 py-4 md:px-6 md:py-5">
      <BackToPeople />
      <PersonHeader one={one} />
      <StoppedBy stops={stops} />
      <PersonFacts one={one} />
      {one.autonomy && <Autonomy one={one} autonomy={one.autonomy} />}
      <Part title={says.sections.now}>
        {running.length === 0 && <p className="text-muted">{says.nothingNow}</p>}
        <ul className="space-y-3">
          {running.map((item) => (
            <LiveRun key={item.id} item={item} executor={one} />
          ))}
        </ul>
      </Part>
      {asked.length > 0 && (
        <Part title={says.sections.asked} note={says.asked(asked.length)}>
          <WaitsFor requests={asked} />
        </Part>
      )}
      {owned.length > 0 && (
        <Part title={says.sections.owns} note={says.owns(owned.length)}>
          <OpenItems items={owned} filter={`owner:${quoted(one.name)}`} />
        </Part>
      )}
      {one.kind !== 'human' && (
        <Budgets
          holder={{ of: 'participant', id: one.id, name: one.name }}
          may={mayBudget}
          live={running.map(({ run }) => JSON.stringify(run?.usage)).join()}
        />
      )}
      {one.kind === 'agent' && <Refused id={one.id} />}
      <Runs executor={one} live={running.map(({ run }) => run?.id).join()} />
      {tokens && one.kind === 'human' && !mine && (
        <Part title={words.access.sessions.theirs}>
          <Sessions of={one.id} />
        </Part>
      )}
      {tokens && one.kind !== 'human' && (
        <Part title={says.sections.tokens}>
          <Tokens holder={one} />
        </Part>
      )}
    </article>
  );
}

/** Who it is, what may be done with them, and whether they act at all. */
const PersonHeader = ({ one }: { one: Participant }) => (
  <>
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Badge id={one.id} as={says.kinds[one.kind]} />
      <h2 className="min-w-40 flex-1 text-lg font-semibold [overflow-wrap:anywhere]">{one.name}</h2>
      <span className="flex flex-wrap gap-2">
        <PersonActs one={one} />
        {one.kind === 'agent' && one.status !== 'retired' && (
          <StopControl covered={{ covers: 'agent', id: one.id, name: one.name }} answers={one.sponsor} />
        )}
      </span>
    </header>
    <p className="mt-1 text-muted">
      {says.kinds[one.kind]}
      {one.kind === 'human' && ` · ${says.roles[one.role]}`}
      {one.status !== 'active' && (
        <span className="text-warn">
          {` · ${one.status === 'paused' ? says.pausedNow : says.retiredNow}`}
          {one.paused && says.pausedBy(one.paused.by.name ?? '', one.paused.reason)}
        </span>
      )}
    </p>
  </>
);

export const quoted = (name: string): string => (/\s/.test(name) ? JSON.stringify(name) : name);

export const BackToPeople = () => (
  <Button look="quiet" className="mb-2 -ml-3 lg:hidden" onClick={() => go({ page: 'people', chosen: null })}>
    ← {says.back}
  </Button>
);
