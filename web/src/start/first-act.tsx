import type { FeedEvent, Participant } from 'coact';
import { useEffect, useState } from 'react';
import { Badge } from '../parts/badge.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { Link } from '../parts/link.tsx';
import { Ago } from '../parts/time.tsx';
import { noticeExpiry } from '../state/session.ts';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import type { Connected } from './connect-agent.tsx';
import { useFirstCall } from './use-first-call.ts';
import { useReadyCount } from './use-ready-count.ts';

const says = words.start.connect;
const SHOWN = 5;

/** Waits for what the agent does first, and shows it when it arrives. */
export function FirstAct({ connected }: { connected: Connected }) {
  const { agent } = connected;
  const called = useFirstCall(connected);
  const { acts, lost } = useActsOf(agent.id);
  const ready = useReadyCount(agent);
  const arrived = acts.length > 0;
  return (
    <section
      aria-live="polite"
      className={`rounded-lg border p-4 transition-colors duration-150 ${arrived ? 'border-pass' : 'border-dashed border-edge'}`}
    >
      <h3 className="flex items-center gap-2 font-semibold">
        <Badge id={agent.id} as={words.people.kinds.agent} />
        {arrived ? says.arrived(agent.name) : says.awaited(agent.name)}
      </h3>
      {arrived ? (
        <Acts acts={acts} agent={agent} />
      ) : (
        <div className="mt-1.5 text-muted">
          {called && <p className="font-medium text-ink">{says.called(agent.name)}</p>}
          <p>{lost ? says.notLive : says.awaitedNote}</p>
          <p className="mt-1">{ready > 0 ? says.ready(ready) : says.nothingReady}</p>
        </div>
      )}
    </section>
  );
}

function Acts({ acts, agent }: { acts: readonly FeedEvent[]; agent: Participant }) {
  return (
    <>
      <ul className="mt-2 space-y-1">
        {acts.map(({ id, type, item, at }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2">
            <span>{says.did(agent.name, words.common.eventWord(type))}</span>
            {item && <ItemLink itemKey={item.key} />}
            <span className="text-sm text-muted">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link to={{ page: 'people', chosen: agent.id }} className="text-accent underline-offset-2 hover:underline">
          {says.toAgent(agent.name)}
        </Link>
      </p>
    </>
  );
}

/** The first acts of a participant from now on, as they reach the ledger. */
function useActsOf(participant: string): { acts: readonly FeedEvent[]; lost: boolean } {
  const [acts, setActs] = useState<readonly FeedEvent[]>([]);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const follow = async () => {
      const feed = { participant, signal, onConnect: () => setLost(false), onDisconnect: () => setLost(true) };
      for await (const event of server.events(feed)) setActs((all) => [...all, event].slice(0, SHOWN));
    };
    follow().catch((error: unknown) => {
      setLost(true);
      noticeExpiry(error);
    });
    return () => ending.abort();
  }, [participant]);
  return { acts, lost };
}
