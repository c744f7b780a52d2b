import { words } from '../words/index.ts';
import { DecisionMark } from './decision-mark.tsx';
import { asksOf, type Cell, type Span, spansOf } from './matrix-spans.ts';
import { useNames } from './use-names.ts';

const says = words.authority.matrix;
const { levels, risks } = words.authority;
type Level = Cell['level'];
type Deed = Cell['deed'];

const levelNames: readonly Level[] = ['observer', 'recommender', 'approver-gated', 'reporting', 'autonomous'];
const deeds: readonly Deed[] = ['claim', 'create', 'change', 'deliver', 'deliver_irreversible', 'deliver_external'];

type Choosing = { chosen: Span | null; onChoose: (span: Span) => void };

/** A row for each level, a column for each deed; within a cell a line for each stretch of risks of which the same is said. */
export function MatrixTable({ cells, ...choosing }: { cells: readonly Cell[] } & Choosing) {
  const byPlace = Map.groupBy(cells, ({ level, deed }) => `${level} ${deed}`);
  return (
    <table className="mt-4 w-full border-collapse text-left max-lg:block">
      <thead className="max-lg:sr-only">
        <tr className="border-b border-line align-bottom text-sm text-muted">
          <th scope="col" className="w-56 py-2 pr-4 font-medium">
            {says.level}
          </th>
          {deeds.map((deed) => (
            <th key={deed} scope="col" className="px-2 py-2 font-medium">
              {says.deeds[deed]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {levelNames.map((level) => (
          <tr key={level} className="border-b border-line align-top max-lg:block max-lg:py-3">
            <th scope="row" className="py-2.5 pr-4 text-left font-normal max-lg:block max-lg:py-0 max-lg:pb-1.5">
              <span className="block font-medium">{levels[level].name}</span>
              <span className="block text-sm text-muted">{levels[level].means}</span>
            </th>
            {deeds.map((deed) => (
              <td
                key={deed}
                className="px-0.5 py-2 max-lg:flex max-lg:items-start max-lg:gap-2 max-lg:px-0 max-lg:py-0.5"
              >
                <span aria-hidden="true" className="w-32 shrink-0 pt-1.5 text-sm text-muted lg:hidden">
                  {says.deeds[deed]}
                </span>
                <Stretches spans={spansOf(byPlace.get(`${level} ${deed}`) ?? [])} {...choosing} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Stretches = ({ spans, ...choosing }: { spans: readonly Span[] } & Choosing) => (
  <ul className="min-w-0 flex-1">
    {spans.map((span) => (
      <li key={span.cells[0].risk}>
        <Stretch span={span} {...choosing} />
      </li>
    ))}
  </ul>
);

/** One verdict: who is asked, or whether it may be; why is said below the table as soon as it has the focus. */
function Stretch({ span, chosen, onChoose }: { span: Span } & Choosing) {
  const [first] = span.cells;
  const said = useSaid(first);
  const { level, deed, risk, decision } = first;
  const isChosen = chosen?.cells.some((one) => one.level === level && one.deed === deed && one.risk === risk) ?? false;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(span)}
      onFocus={() => onChoose(span)}
      className={`flex w-full items-start gap-1.5 rounded-md border px-1.5 py-1 text-left max-md:min-h-10 ${isChosen ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-hover'}`}
    >
      <span className="pt-0.5">
        <DecisionMark decision={decision} />
      </span>
      <span className="min-w-0">
        <span className="sr-only">{says.cellOf(levels[level].name, says.deeds[deed])} </span>
        <span className={`block ${decision === 'allow' ? 'text-muted' : ''}`}>{said}</span>
        <span className={span.whole ? 'sr-only' : 'block text-sm text-muted'}> {stretchWord(span)}</span>
      </span>
    </button>
  );
}

/** The risks of a stretch, in words. */
function stretchWord({ cells, whole }: Span): string {
  const [from, to] = [cells[0].risk, (cells.at(-1) ?? cells[0]).risk];
  if (whole) return says.everyRisk;
  if (from === 'low' && to !== 'low') return says.upTo(risks[to]);
  return to === 'critical' && from !== 'critical' ? says.from(risks[from]) : says.between(risks[from], risks[to]);
}

/** "Allowed", "Forbidden", or whose approval is needed: "Owner or team lead". */
function useSaid(cell: Cell): string {
  const { person } = useNames();
  if (cell.decision !== 'approve') return words.authority.decisions[cell.decision];
  const said = asksOf(cell).map(({ by, count }) => {
    const all = by.map((one) => (typeof one === 'object' ? person(one.participant) : says.roles[one]));
    return count > 1 ? says.several(count, all.join(says.or)) : all.join(says.or);
  });
  return words.common.sentence(said.join(says.and));
}
