import type { RemoteCard as Read } from 'coact';
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { Trouble } from '../state/server.ts';
import { words } from '../words/index.ts';

const says = words.a2a;

/** What an agent elsewhere says of itself right now, or why that cannot be read. */
export function RemoteCard({ read, trouble }: { read: Read | null; trouble: Trouble | null }) {
  return (
    <div role="status" className="mt-3 rounded-md border border-line p-3 [overflow-wrap:anywhere]">
      {!read && !trouble && <p className="text-muted">{says.reading}</p>}
      <TroubleNote trouble={trouble} />
      {read?.trouble && (
        <p>
          <strong className="text-fail">{says.unreadable}</strong> {read.trouble}
        </p>
      )}
      {read?.card && <Said card={read.card} />}
    </div>
  );
}

function Said({ card }: { card: NonNullable<Read['card']> }) {
  const { name, version, provider, description, streams, bindings, skills } = card;
  return (
    <>
      <p className="font-medium">
        {name} <span className="font-normal text-muted">{version}</span>{' '}
        {provider && <span className="font-normal text-muted">{says.byProvider(provider)}</span>}
      </p>
      <p>{description}</p>
      <p className="text-sm text-muted">
        {streams ? says.streams : says.polled} · {bindings.join(', ')}
      </p>
      {skills.length > 0 && (
        <ul aria-label={says.skills} className="mt-2 space-y-1 text-sm">
          {skills.map((skill, i) => (
            <li key={`${i}.${skill.name}`}>
              <span className="font-medium">{skill.name}</span> <span className="text-muted">{skill.description}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
