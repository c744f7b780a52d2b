import { Tabs } from '@base-ui/react/tabs';
import { type Way, environmentOf, snippetOf, ways } from 'coact';
import { useState } from 'react';
import { CopyText } from '../people/copy-text.tsx';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import type { Connected } from './connect-agent.tsx';
import { McpClientChoice } from './mcp-client-choice.tsx';
import { useReadyCount } from './use-ready-count.ts';

const says = words.start.connect;

/** Ready to paste: the address and the token, then the first lines of each way to take part. */
export function PasteSettings({ connected }: { connected: Connected }) {
  const { agent, token } = connected;
  return (
    <section>
      <h3 className="font-semibold">{says.paste(agent.name)}</h3>
      <p className="mb-3 text-muted">{says.once}</p>
      <CopyText text={environmentOf({ url: server.url, token })} label={says.environment} />
      <Tabs.Root defaultValue="curl" className="mt-4">
        <Tabs.List className="mb-3 flex flex-wrap gap-1" aria-label={says.waysLabel}>
          {ways.map((way) => (
            <Tabs.Tab
              key={way}
              value={way}
              className="min-h-8 rounded-md px-3 text-muted hover:bg-hover data-active:bg-hover data-active:font-medium data-active:text-ink max-md:min-h-10"
            >
              {says.ways[way]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ways.map((way) => (
          <Tabs.Panel key={way} value={way}>
            <Lines way={way} connected={connected} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}

function Lines({ way, connected }: { way: Way; connected: Connected }) {
  const { agent } = connected;
  const ready = useReadyCount(agent) > 0;
  // What is about to be copied does not change under the reader's hand.
  const [isWorkReady] = useState(ready);
  const { first, after } = snippetOf(way, { agent: agent.name, isWorkReady });
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{says.wayNotes[way]}</p>
      {way === 'mcp' && <McpClientChoice connected={connected} />}
      <CopyText text={first} label={way === 'mcp' ? says.sayToIt : way === 'webhook' ? says.byAdmin : says.first} />
      {after !== first && <CopyText text={after} label={says.after} />}
    </div>
  );
}
