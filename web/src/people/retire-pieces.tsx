import type { Duties } from 'coact';
import { ItemLink } from '../parts/item-link.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import type { Options } from './retire-dialog.tsx';

const says = words.authority.retire;
type Piece = Duties['pieces'][number];
const kinds = ['item', 'outcome', 'agent', 'team', 'request'] as const;

export type PiecesProps = {
  pieces: readonly Piece[];
  /** Who is named for a piece, by its id. */
  named: Readonly<Record<string, string>>;
  onNamed: (named: Readonly<Record<string, string>>) => void;
  humans: Options;
  hasSuccessor: boolean;
};

/** Everything that needs a successor, kind by kind, each with the choice of its own. */
export function RetirePieces({ pieces, ...rest }: PiecesProps) {
  return (
    <section aria-label={says.pieces(pieces.length)}>
      <h3 className="font-semibold">{words.common.sentence(says.pieces(pieces.length))}</h3>
      {kinds.map((kind) => {
        const some = pieces.filter((piece) => piece.kind === kind);
        if (some.length === 0) return null;
        return (
          <div key={kind} className="mt-3">
            <h4 className="text-sm text-muted">
              {says.kinds[kind]} · {some.length}
            </h4>
            <ul className="divide-y divide-line border-y border-line">
              {some.map((piece) => (
                <PieceRow key={piece.id} piece={piece} {...rest} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function PieceRow({ piece, named, onNamed, humans, hasSuccessor }: Omit<PiecesProps, 'pieces'> & { piece: Piece }) {
  const { id, kind, label, barred } = piece;
  const title = useStore(({ items, teams }) =>
    kind === 'item' ? items?.get(id)?.title : kind === 'team' ? teams.get(id)?.name : undefined,
  );
  const about = useStore(({ items }) => (piece.item ? items?.get(piece.item)?.key : undefined));
  const may = humans.filter(([human]) => human !== barred);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
        {kind === 'item' && label ? <ItemLink itemKey={label}>{title}</ItemLink> : (title ?? label ?? id)}
        {about && <span className="key ml-2 text-muted">{about}</span>}
      </span>
      <select
        aria-label={says.takes(label ?? id)}
        value={named[id] ?? ''}
        onChange={({ target }) => onNamed({ ...named, [id]: target.value })}
        className="min-h-8 max-w-48 rounded-md border border-edge bg-sheet px-2 max-md:min-h-10 max-md:text-[16px]"
      >
        <option value="">{hasSuccessor ? says.as : says.choose}</option>
        {may.map(([human, name]) => (
          <option key={human} value={human}>
            {name}
          </option>
        ))}
      </select>
    </li>
  );
}
