import { type ComponentType, useEffect } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';
import { Link } from '../parts/link.tsx';
import { ConnectAgent } from '../start/connect-agent.tsx';
import { useMay } from '../people/may.ts';
import { go } from '../state/route.ts';
import { words } from '../words/index.ts';
import { A2aSettings } from './a2a-settings.tsx';
import { Account } from './account.tsx';
import { Appearance } from './appearance.tsx';
import { ExportLedger } from './export-ledger.tsx';
import { ImportBacklog } from './import-backlog.tsx';
import { SignInSettings } from './sign-in-settings.tsx';
import { WebhookSettings } from './webhook-settings.tsx';
import { Workspace } from './workspace.tsx';

const sections = {
  appearance: Appearance,
  account: Account,
  workspace: Workspace,
  signIn: SignInSettings,
  webhooks: WebhookSettings,
  a2a: A2aSettings,
  import: ImportBacklog,
  export: ExportLedger,
  connect: ConnectAgent,
} satisfies Record<keyof typeof words.settings.sections, ComponentType>;
type Section = keyof typeof sections;
const all: readonly Section[] = [
  'appearance',
  'account',
  'workspace',
  'signIn',
  'webhooks',
  'a2a',
  'import',
  'export',
  'connect',
];

/** How people sign in and what is sent where is set by admins, and nobody else may read it. */
function useSections(): readonly Section[] {
  const mayProvide = useMay('provider.list');
  const maySend = useMay('webhook.list');
  return all.filter((name) => (name === 'signIn' ? mayProvide : name === 'webhooks' ? maySend : true));
}

/** What can be set, section by section: how the page looks, me, the workspace, work in and out, agents. */
export function Settings({ chosen }: { chosen: string | null }) {
  const names = useSections();
  const section = names.find((name) => name === chosen) ?? 'appearance';
  const Shown = sections[section];
  useSectionKeys(section, names);
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col md:flex-row">
      <nav
        aria-label={words.settings.title}
        className="shrink-0 border-line max-md:border-b md:w-52 md:border-r md:p-3"
      >
        <h1 className="flex h-12 items-center px-4 font-semibold md:h-9 md:px-2">{words.settings.title}</h1>
        <ul className="flex flex-wrap gap-1 max-md:px-2 max-md:pb-2 md:flex-col">
          {names.map((name) => (
            <li key={name}>
              <Link
                to={{ page: 'settings', chosen: name }}
                aria-current={name === section ? 'page' : undefined}
                className={`flex min-h-8 items-center rounded-md px-2 max-md:min-h-10 ${name === section ? 'bg-hover font-medium' : 'text-muted hover:bg-hover hover:text-ink'}`}
              >
                {words.settings.sections[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section
        aria-labelledby="section"
        className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-sheet px-4 py-5 md:px-8 md:py-7"
      >
        <h2 id="section" className="mb-4 text-lg font-semibold">
          {words.settings.sections[section]}
        </h2>
        <Shown key={section} />
      </section>
    </main>
  );
}

/** j and k go to the next and the previous section. */
function useSectionKeys(section: Section, names: readonly Section[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event) || isCovered()) return;
      const step = { j: 1, k: -1 }[event.key];
      const next = step && names[names.indexOf(section) + step];
      if (next) go({ page: 'settings', chosen: next }, { replace: true });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [section, names]);
}
