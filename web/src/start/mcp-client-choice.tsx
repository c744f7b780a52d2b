import { type McpClient, mcpClients, mcpSetting } from 'coact';
import { type ChangeEvent, useState } from 'react';
import { SelectField } from '../parts/field.tsx';
import { CopyText } from '../people/copy-text.tsx';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import type { Connected } from './connect-agent.tsx';

const says = words.start.connect;

/** Which client of the Model Context Protocol it is, and what that one wants to have pasted where. */
export function McpClientChoice({ connected: { token } }: { connected: Connected }) {
  const [client, setClient] = useState<McpClient>('claude-code');
  const reach = { url: server.url, token };
  const { where, text } = mcpSetting(client, reach);
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const chosen = mcpClients.find((one) => one === target.value);
    if (chosen) setClient(chosen);
  };
  return (
    <>
      <SelectField label={says.whichClient} value={client} onChange={choose}>
        {mcpClients.map((one) => (
          <option key={one} value={one}>
            {mcpSetting(one, reach).client}
          </option>
        ))}
      </SelectField>
      <CopyText text={text} label={says.pasteInto(where)} />
    </>
  );
}
