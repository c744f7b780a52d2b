import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useIsAdmin } from '../people/may.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { StopSign } from '../people/stop-control.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { StopRow } from './stop-row.tsx';

const says = words.authority.stops;
/** Of those that were lifted; the ledger has all. */
const EARLIER = 20;

/** The off switch: what is stopped now, by whom and why, what was, and how all agents are stopped. */
export function StopsSection() {
  const stops = useStore((state) => state.stops);
  const [stopping, setStopping] = useState(false);
  const may = useIsAdmin();
  const { answer: lifted, trouble } = useQuery(stops.map(({ id }) => id).join(), async () => {
    const { items } = await server.stop.list({ live: false, limit: EARLIER });
    return items;
  });
  return (
    <div className="max-w-[48rem]">
      <p className="text-muted">{says.lead}</p>
      {may && (
        <Button className="mt-4" onClick={() => setStopping(true)}>
          <StopSign />
          {says.stopAll}
        </Button>
      )}
      <h2 className="mt-6 font-semibold">{says.inForce}</h2>
      {stops.length === 0 && <p className="mt-1 text-muted">{says.noneInForce}</p>}
      <ul className="divide-y divide-line">
        {stops.map((stop) => (
          <StopRow key={stop.id} stop={stop} />
        ))}
      </ul>
      <TroubleNote trouble={trouble} />
      {lifted && lifted.length > 0 && (
        <>
          <h2 className="mt-6 border-t border-line pt-4 font-semibold">{says.earlier}</h2>
          <ul className="divide-y divide-line">
            {lifted.map((stop) => (
              <StopRow key={stop.id} stop={stop} />
            ))}
          </ul>
        </>
      )}
      {stopping && <StopDialog covered={{ covers: 'workspace' }} onClose={() => setStopping(false)} />}
    </div>
  );
}
