import { randomUUID } from 'node:crypto';
import {
  type McpHttpHandler,
  type Server,
  WebStandardStreamableHTTPServerTransport,
  isLegacyRequest,
} from '@modelcontextprotocol/server';
import type { McpFixture } from '../../src/surfaces/mcp/mcp.ts';
import { fixtureCatalogue } from './catalogue.ts';

/** What the conformance suite calls, on the HTTP stack of Coact. Older clients get sessions here, as only so can they be asked. */
export function mcpFixture(): McpFixture {
  let mounted: McpHttpHandler | undefined;
  const catalogue = fixtureCatalogue(() => {
    if (!mounted) throw new Error('The fixture is called before it is mounted.');
    return mounted.notify;
  });
  return {
    catalogue,
    around(handler, serverFor) {
      mounted = handler;
      const older = sessions(() => watchable(serverFor()));
      return async (request, given) =>
        (await isLegacyRequest(request)) ? older(request) : handler.fetch(request, given);
    },
  };
}

/** Revision 2025-11-25 lets a client watch single resources; the later one has it listen. */
function watchable(server: Server): Server {
  server.setRequestHandler('resources/subscribe', () => ({}));
  server.setRequestHandler('resources/unsubscribe', () => ({}));
  return server;
}

function sessions(serverFor: () => Server): (request: Request) => Promise<Response> {
  const open = new Map<string, WebStandardStreamableHTTPServerTransport>();
  return async function older(request) {
    const known = open.get(request.headers.get('mcp-session-id') ?? '');
    if (known) return known.handleRequest(request);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void open.set(id, transport),
    });
    await serverFor().connect(transport);
    return transport.handleRequest(request);
  };
}
