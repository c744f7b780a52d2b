import { useMay } from '../people/may.ts';
import { Intakes } from './intakes.tsx';
import { Remotes } from './remotes.tsx';

/** What agents elsewhere may send here, and the agents elsewhere that work is sent to. */
export function A2aSettings() {
  const mayConnect = useMay('participant.set_remote');
  return (
    <div className="max-w-2xl space-y-8">
      <Intakes />
      {mayConnect && <Remotes />}
    </div>
  );
}
