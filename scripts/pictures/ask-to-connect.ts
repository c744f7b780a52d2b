import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { oauthKeeper } from '../../web/test/oauth-keeper.ts';

/** Where a client of MCP that knows nothing but the address sends a person to be let in. */
export async function askToConnect(url: string): Promise<string> {
  const { kept, provider: authProvider } = oauthKeeper('http://127.0.0.1:9/callback');
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), { authProvider });
  await new Client({ name: 'desk-agent', version: '1' }).connect(transport).catch((error: unknown) => {
    if (!(error instanceof UnauthorizedError)) throw error;
  });
  if (!kept.sentTo) throw new Error('The client was let in without asking anybody.');
  return kept.sentTo.href;
}
