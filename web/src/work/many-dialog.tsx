import { Chooser, type Option } from '../item/chooser.tsx';
import { isPerson, usePeople } from '../item/options.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { formText } from '../state/form-text.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import type { ManyAct } from './many-acts.ts';

export type ManyDialogKind = 'assign' | 'owner' | 'label' | 'team' | 'cancel';
type ManyDialogProps = { kind: ManyDialogKind; count: number; onAct: (act: ManyAct) => void; onClose: () => void };

/** Asks for what an act with many items still needs. */
export default function ManyDialog({ kind, count, onAct, onClose }: ManyDialogProps) {
  if (kind === 'label' || kind === 'cancel') return <TextDialog {...{ kind, count, onAct, onClose }} />;
  const { edit, many } = words.work;
  const options = { assign: useAnybody, owner: useHumans, team: useTeams }[kind];
  const choose = (id: string | null) => {
    if (kind === 'assign') onAct({ is: 'assign', assignee: id });
    else if (id !== null) onAct(kind === 'owner' ? { is: 'owner', owner: id } : { is: 'team', team: id });
  };
  return (
    <Chooser
      open
      title={{ assign: edit.assignee, owner: edit.owner, team: many.teamTitle }[kind]}
      placeholder={edit.name}
      none={kind === 'assign' ? edit.anybody : undefined}
      useOptions={options}
      onClose={onClose}
      onChoose={choose}
    />
  );
}

const useAnybody = (text: string) => usePeople(text, () => true);
const useHumans = (text: string) => usePeople(text, isPerson);

function useTeams(text: string): Option[] {
  const teams = useStore((state) => state.teams);
  const wanted = text.toLowerCase().trim();
  return [...teams.values()]
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted))
    .map(({ id, key, name }) => ({
      id,
      shown: (
        <>
          <span className="key text-muted">{key}</span> {name}
        </>
      ),
    }));
}

function TextDialog({ kind, count, onAct, onClose }: ManyDialogProps) {
  const { many } = words.work;
  const isCancel = kind === 'cancel';
  return (
    <Dialog
      open
      onClose={onClose}
      title={isCancel ? many.cancelTitle(count) : many.labelTitle(count)}
      {...(isCancel && { note: many.cancelNote })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = formText(new FormData(event.currentTarget), 'text').trim();
          onAct(isCancel ? { is: 'cancel', reason: text } : { is: 'label', label: text });
        }}
        className="space-y-4"
      >
        <Field
          label={isCancel ? many.cancelReason : many.labelField}
          name="text"
          autoFocus
          required={!isCancel}
          maxLength={isCancel ? 500 : 60}
        />
        <div className="flex gap-2">
          <Button look="primary" type="submit">
            {isCancel ? many.cancelDo : many.labelDo}
          </Button>
          <Button onClick={onClose}>{isCancel ? many.keep : many.close}</Button>
        </div>
      </form>
    </Dialog>
  );
}
