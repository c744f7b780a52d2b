import { connect } from 'coact';
import type { Door } from './door.ts';
import { openMcp } from './open-mcp.ts';

/** The server and who we are come from the environment, as for every agent: by the SDK, or by MCP with its official client. */
export async function connectFromEnvironment({ over = 'http' }: { over?: string } = {}): Promise<Door> {
  const { COACT_URL: url, COACT_TOKEN: token } = process.env;
  if (!url || !token) throw new Error('Set COACT_URL and COACT_TOKEN.');
  return over === 'mcp' ? openMcp({ url, token }) : connect({ url, token });
}
