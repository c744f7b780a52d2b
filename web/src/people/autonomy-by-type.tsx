import { AddText } from '../authority/chips.tsx';
import { useTypes } from '../authority/use-types.ts';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import { type Autonomy, levelNames, levelOf } from './autonomy-dialog.tsx';

const { autonomy: says, levels } = words.authority;
type ByType = Autonomy['byType'];

/** The types of work that need another level than usual, each with its own. */
export function AutonomyByType({ byType, onByType }: { byType: ByType; onByType: (byType: ByType) => void }) {
  const types = useTypes();
  return (
    <section aria-label={says.byType}>
      <p className="font-medium">{says.byType}</p>
      <p className="mb-2 text-sm text-muted">{says.byTypeNote}</p>
      <ul className="space-y-1.5">
        {Object.entries(byType).map(([type, level]) => (
          <li key={type} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{type}</span>
            <select
              aria-label={says.levelOf(type)}
              value={level}
              onChange={({ target }) => onByType({ ...byType, [type]: levelOf(target.value) })}
              className="min-h-8 rounded-md border border-edge bg-sheet px-2 max-md:min-h-10 max-md:text-[16px]"
            >
              {levelNames.map((name) => (
                <option key={name} value={name}>
                  {levels[name].name}
                </option>
              ))}
            </select>
            <Button
              look="quiet"
              aria-label={says.removeType(type)}
              onClick={() => onByType(Object.fromEntries(Object.entries(byType).filter(([one]) => one !== type)))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <AddText
          label={says.addType}
          known={types.filter((one) => !(one in byType))}
          onAdd={(type) => onByType({ ...byType, [type]: byType[type] ?? 'approver-gated' })}
        />
      </div>
    </section>
  );
}
