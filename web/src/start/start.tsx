import { Button } from '../parts/button.tsx';
import { ImportBacklog } from '../settings/import-backlog.tsx';
import { RenameWorkspace, useMayRename } from '../settings/rename-workspace.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { ConnectAgent } from './connect-agent.tsx';
import { FirstItem } from './first-item.tsx';
import { SampleChoice } from './sample-choice.tsx';

const says = words.start;
const doors = { import: ImportBacklog, agent: ConnectAgent, sample: SampleChoice } as const;
type Door = keyof typeof doors;
const names: readonly Door[] = ['import', 'agent', 'sample'];

/** What a new workspace is called until somebody names it. */
const UNNAMED = 'Coact';

/** The first steps: three doors into the work, and a line to write the first item. */
export function Start({ chosen }: { chosen: string | null }) {
  const door = names.find((name) => name === chosen);
  return (
    <main className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-sheet">
      <div className="mx-auto max-w-4xl px-4 py-6 md:px-8 md:py-10">{door ? <Behind door={door} /> : <Doors />}</div>
    </main>
  );
}

function Doors() {
  const workspace = useStore(({ me }) => me?.workspace.name ?? '');
  const mayRename = useMayRename();
  return (
    <>
      <h1 className="text-lg font-semibold">{says.welcome(workspace)}</h1>
      <p className="mt-1 max-w-[44rem] text-muted">{says.lead}</p>
      {mayRename && workspace === UNNAMED && (
        <div className="mt-6 max-w-xl">
          <RenameWorkspace name="" />
        </div>
      )}
      <ul className="mt-6 grid gap-3 md:grid-cols-3">
        {names.map((name) => (
          <li key={name} className="flex flex-col rounded-lg border border-line p-4">
            <h2 className="font-semibold">{says.doors[name].title}</h2>
            <p className="mt-1 mb-4 flex-1 text-muted">{says.doors[name].note}</p>
            <p>
              <Button
                aria-label={`${says.doors[name].do}: ${says.doors[name].title}`}
                onClick={() => go({ page: 'start', chosen: name })}
              >
                {says.doors[name].do}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <section className="mt-8 border-t border-line pt-6" aria-labelledby="first-item">
        <h2 id="first-item" className="mb-3 font-semibold">
          {says.firstTitle}
        </h2>
        <FirstItem />
      </section>
    </>
  );
}

function Behind({ door }: { door: Door }) {
  const Shown = doors[door];
  return (
    <>
      <Button look="quiet" className="-ml-3" onClick={() => go({ page: 'start', chosen: null })}>
        ← {says.back}
      </Button>
      <h1 className="mt-2 mb-3 text-lg font-semibold">{says.doors[door].title}</h1>
      <Shown />
    </>
  );
}
