import { Link } from '../parts/link.tsx';
import { useMay } from '../people/may.ts';
import { Part } from '../people/part.tsx';
import { SampleChoice } from '../start/sample-choice.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Invitations } from './invitations.tsx';
import { Money } from './money.tsx';
import { RenameWorkspace, useMayRename } from './rename-workspace.tsx';

const says = words.settings.workspace;

/** The workspace itself: its name, who is in it, and whether the sample is there. */
export function Workspace() {
  const name = useStore(({ me }) => me?.workspace.name ?? '');
  const mayRename = useMayRename();
  const mayInvite = useMay('invitation.list');
  const people = useStore((state) => state.people.size);
  return (
    <div className="max-w-xl">
      {mayRename && (
        <div className="mb-6">
          <RenameWorkspace key={name} name={name} />
        </div>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        {!mayRename && (
          <>
            <dt className="text-muted">{says.name}</dt>
            <dd>{name}</dd>
          </>
        )}
        <dt className="text-muted">{says.people}</dt>
        <dd>
          <Link to={{ page: 'people', chosen: null }} className="text-accent underline-offset-2 hover:underline">
            {says.peopleCount(people)}
          </Link>
        </dd>
      </dl>
      {mayInvite && (
        <Part title={words.access.invitations.title}>
          <Invitations />
        </Part>
      )}
      <Money />
      <Part title={says.sampleTitle}>
        <SampleChoice />
      </Part>
    </div>
  );
}
