import type { ComponentType } from 'react';
import { Link } from '../parts/link.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { MatrixSection } from './matrix.tsx';
import { MaySection } from './may.tsx';
import { RulesSection } from './rules.tsx';
import { StopsSection } from './stops.tsx';
import { VersionsSection } from './versions.tsx';

const says = words.authority;
const sections = {
  matrix: MatrixSection,
  rules: RulesSection,
  versions: VersionsSection,
  may: MaySection,
  stops: StopsSection,
} satisfies Record<keyof typeof says.sections, ComponentType>;
type Section = keyof typeof sections;
const names: readonly Section[] = ['matrix', 'rules', 'versions', 'may', 'stops'];

/** Who may decide what: the matrix, the rules that make it, their versions, a question about one case, and the off switch. */
export function Authority({ chosen }: { chosen: string | null }) {
  const section = names.find((name) => name === chosen) ?? 'matrix';
  const Shown = sections[section];
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-6 border-b border-line px-4 md:px-6">
        <h1 className="flex h-12 items-center font-semibold">{says.title}</h1>
        <nav
          aria-label={says.title}
          className="-mb-px max-md:-mx-4 max-md:w-[100vw] max-md:overflow-x-auto max-md:px-4"
        >
          <ul className="flex gap-1">
            {names.map((name) => (
              <li key={name}>
                <Link
                  to={{ page: 'authority', chosen: name }}
                  aria-current={name === section ? 'page' : undefined}
                  className={`flex h-12 items-center border-b-2 px-2 whitespace-nowrap -outline-offset-2 ${name === section ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink'}`}
                >
                  {says.sections[name]}
                  {name === 'stops' && <Count />}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <section
        aria-label={says.sections[section]}
        className="min-h-0 flex-1 overflow-y-auto bg-sheet px-4 py-5 md:px-6 md:py-6"
      >
        <Shown key={section} />
      </section>
    </main>
  );
}

function Count() {
  const count = useStore(({ stops }) => stops.length);
  return count === 0 ? null : (
    <span className="ml-1.5 rounded-full border border-warn px-1.5 text-sm text-warn">{count}</span>
  );
}
