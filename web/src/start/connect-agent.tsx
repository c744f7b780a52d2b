import type { Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useMay } from '../people/may.ts';
import { words } from '../words/index.ts';
import { AgentChoice } from './agent-choice.tsx';
import { FirstAct } from './first-act.tsx';
import { PasteSettings } from './paste-settings.tsx';

const says = words.start.connect;

export type Connected = { agent: Participant; tokenId: string; token: string };

/** Connects an agent: who it is, its token in lines to paste, and then the sight of its first act. */
export function ConnectAgent() {
  const [connected, setConnected] = useState<Connected | null>(null);
  const may = useMay('participant.create');
  if (!may) return <p className="text-muted">{says.mayNot}</p>;
  if (!connected)
    return (
      <div className="max-w-[44rem]">
        <p className="mb-5 text-muted">{says.note}</p>
        <AgentChoice onConnected={setConnected} />
      </div>
    );
  return (
    <div className="max-w-[44rem] space-y-6">
      <PasteSettings connected={connected} />
      <FirstAct connected={connected} />
      <Button onClick={() => setConnected(null)}>{says.another}</Button>
    </div>
  );
}
