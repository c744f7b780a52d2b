import type { Participant } from 'coact';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

/** People are circles, agents rounded squares, systems hexagons, everywhere the same. */
const shapes: Record<Participant['kind'], string> = {
  human: 'rounded-full bg-hover text-ink border border-edge/50',
  agent: 'rounded-[5px] bg-ink text-sheet',
  system: 'bg-muted text-sheet [clip-path:polygon(25%_0,75%_0,100%_50%,75%_100%,25%_100%,0_50%)]',
};
const says = words.common.participants;

export const useName = (id: string | null): string =>
  useStore(({ people, me }) => (id === null ? says.coact : id === me?.id ? says.you : (people.get(id)?.name ?? '…')));

const initials = (name: string) =>
  name
    .split(/[\s/_.-]+/)
    .filter(Boolean)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** The face of a participant; `as` says in what part, for those who hear the page. */
export function Badge({ id, as }: { id: string | null; as: string }) {
  const person = useStore(({ people }) => (id ? people.get(id) : undefined));
  const kind = id === null ? 'system' : (person?.kind ?? 'human');
  const name = id === null ? says.coact : (person?.name ?? '…');
  const told = words.common.faceWords(as, name, says[kind]);
  return (
    <span
      role="img"
      aria-label={told}
      title={told}
      className={`inline-grid size-[22px] shrink-0 place-items-center text-[9.5px] leading-none font-semibold select-none ${shapes[kind]}`}
    >
      {initials(name)}
    </span>
  );
}

/** A face with its name. */
export function Person({ id, as }: { id: string | null; as: string }) {
  const name = useName(id);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 align-middle">
      <Badge id={id} as={as} />
      <span className="truncate">{name}</span>
    </span>
  );
}
