/** The usual clients of the Model Context Protocol, and what to paste where so that they reach Coact. */

export type McpClient = (typeof mcpClients)[number];
/** `where`: the file or the place that it goes into. */
export type McpSetting = { client: string; where: string; language: 'sh' | 'json' | 'toml'; text: string };
type Way = { name: string; where: string; language: McpSetting['language']; text: (reach: Reach) => string };
type Reach = { url: string; token: string };

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const headers = ({ token }: Reach) => ({ Authorization: `Bearer ${token}` });

const ways = {
  'claude-code': {
    name: 'Claude Code',
    where: 'a terminal',
    language: 'sh',
    text: ({ url, token }) =>
      `claude mcp add --transport http coact ${url} --header "Authorization: Bearer ${token}"\n`,
  },
  codex: {
    name: 'Codex',
    where: '~/.codex/config.toml',
    language: 'toml',
    text: ({ url, token }) =>
      `# In the shell that starts it: export COACT_TOKEN=${token}\n[mcp_servers.coact]\nurl = "${url}"\nbearer_token_env_var = "COACT_TOKEN"\n`,
  },
  cursor: {
    name: 'Cursor',
    where: '~/.cursor/mcp.json',
    language: 'json',
    text: (reach) => json({ mcpServers: { coact: { url: reach.url, headers: headers(reach) } } }),
  },
  'gemini-cli': {
    name: 'Gemini CLI',
    where: '~/.gemini/settings.json',
    language: 'json',
    text: (reach) => json({ mcpServers: { coact: { httpUrl: reach.url, headers: headers(reach) } } }),
  },
  opencode: {
    name: 'OpenCode',
    where: '~/.config/opencode/opencode.json',
    language: 'json',
    text: (reach) =>
      json({ mcp: { coact: { type: 'remote', url: reach.url, enabled: true, headers: headers(reach) } } }),
  },
  vscode: {
    name: 'VS Code',
    where: '.vscode/mcp.json',
    language: 'json',
    text: (reach) => json({ servers: { coact: { type: 'http', url: reach.url, headers: headers(reach) } } }),
  },
  windsurf: {
    name: 'Windsurf',
    where: '~/.codeium/windsurf/mcp_config.json',
    language: 'json',
    text: (reach) => json({ mcpServers: { coact: { serverUrl: reach.url, headers: headers(reach) } } }),
  },
  zed: {
    name: 'Zed',
    where: '~/.config/zed/settings.json',
    language: 'json',
    text: (reach) => json({ context_servers: { coact: { url: reach.url, headers: headers(reach) } } }),
  },
} as const satisfies Record<string, Way>;

export const mcpClients = Object.keys(ways) as (keyof typeof ways)[];

/** What one client wants to be told about a server and the token with which it calls. */
export function mcpSetting(client: McpClient, { url, token }: { url: string; token: string }): McpSetting {
  const { name, where, language, text } = ways[client];
  return { client: name, where, language, text: text({ url: `${url}/mcp`, token }) };
}
