import type { Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { AutonomyDialog, isAbove, type Level } from './autonomy-dialog.tsx';
import { Part } from './part.tsx';

const { autonomy: says, levels } = words.authority;

/** How far an agent acts alone: usually, by type of work, and the most that its sponsor may give. */
export function Autonomy({ one, autonomy }: { one: Participant; autonomy: NonNullable<Participant['autonomy']> }) {
  const [changing, setChanging] = useState(false);
  const may = useStore(({ me }) => me?.kind === 'human' && (me.role === 'admin' || one.sponsor === me.id));
  const { level, byType, ceiling } = autonomy;
  return (
    <Part title={says.title}>
      <div className="flex items-start gap-3">
        <dl className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
          <dt className="text-muted">{says.usual}</dt>
          <dd>
            <LevelWord level={level} ceiling={ceiling} means />
          </dd>
          {Object.entries(byType).map(([type, own]) => (
            <LevelOfType key={type} type={type} level={own} ceiling={ceiling} />
          ))}
          <dt className="text-muted">{says.ceiling}</dt>
          <dd>
            {levels[ceiling].name} <span className="text-sm text-muted">{says.ceilingNote}</span>
          </dd>
        </dl>
        {may && one.status !== 'retired' && <Button onClick={() => setChanging(true)}>{says.change}</Button>}
      </div>
      {changing && <AutonomyDialog one={one} autonomy={autonomy} onClose={() => setChanging(false)} />}
    </Part>
  );
}

const LevelOfType = ({ type, level, ceiling }: { type: string; level: Level; ceiling: Level }) => (
  <>
    <dt className="text-muted">
      {says.type} {type}
    </dt>
    <dd>
      <LevelWord level={level} ceiling={ceiling} />
    </dd>
  </>
);

/** A level with what it means; one above the ceiling counts as the ceiling. */
function LevelWord({ level, ceiling, means = false }: { level: Level; ceiling: Level; means?: boolean }) {
  return (
    <>
      <span className="font-medium">{levels[level].name}</span>
      {isAbove(level, ceiling) && <span className="ml-2 text-warn">{says.capped(levels[ceiling].name)}</span>}
      {means && <span className="block text-sm text-muted">{levels[level].means}</span>}
    </>
  );
}
