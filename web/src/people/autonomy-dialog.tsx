import type { Participant } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadPeople } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { AutonomyByType } from './autonomy-by-type.tsx';
import { useIsAdmin } from './may.ts';

const { autonomy: says, levels } = words.authority;

export type Autonomy = NonNullable<Participant['autonomy']>;
export type Level = Autonomy['level'];
export const levelNames: readonly Level[] = ['observer', 'recommender', 'approver-gated', 'reporting', 'autonomous'];
export const isAbove = (one: Level, other: Level): boolean => levelNames.indexOf(one) > levelNames.indexOf(other);
export const levelOf = (value: string): Level => levelNames.find((one) => one === value) ?? 'observer';

type DialogProps = { one: Participant; autonomy: Autonomy; onClose: () => void };

/** Sets how far an agent acts alone; what stands above its ceiling is chosen only once an admin has raised that. */
export function AutonomyDialog({ one, autonomy, onClose }: DialogProps) {
  const [level, setLevel] = useState(autonomy.level);
  const [byType, setByType] = useState(autonomy.byType);
  const [ceiling, setCeiling] = useState(autonomy.ceiling);
  const { busy, trouble, run } = useAct();
  const admin = useIsAdmin();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const said = { id: one.id, level, byType, ...(ceiling !== autonomy.ceiling && { ceiling }) };
    const done = await run(async () => {
      await server.participant.setAutonomy(said, { ifMatch: one.version });
      await loadPeople();
    });
    if (!done) return;
    onClose();
    toast({ text: says.saved(one.name) });
  };
  return (
    <Dialog open onClose={onClose} title={says.dialog(one.name)} note={says.dialogNote}>
      <form className="space-y-5" onSubmit={(event) => void save(event)}>
        <div role="radiogroup" aria-label={says.level} className="space-y-1.5">
          {levelNames.map((name) => (
            <Choice
              key={name}
              name="level"
              title={levels[name].name}
              note={isAbove(name, ceiling) ? `${levels[name].means} (${says.above})` : levels[name].means}
              chosen={level === name}
              onChoose={() => setLevel(name)}
              first={name === 'observer'}
            />
          ))}
        </div>
        <AutonomyByType byType={byType} onByType={setByType} />
        {admin ? (
          <SelectField
            label={says.ceilingLabel}
            value={ceiling}
            onChoose={(value) => setCeiling(levelOf(value))}
            options={levelNames.map((name) => [name, levels[name].name])}
          />
        ) : (
          <p className="text-sm text-muted">
            {says.ceiling}: {levels[ceiling].name}. {says.ceilingLocked}
          </p>
        )}
        <TroubleNote trouble={trouble} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={busy}>
            {says.save}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.people.form.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
