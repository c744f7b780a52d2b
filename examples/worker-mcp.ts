/** A worker over the Model Context Protocol, with its official client: tools are operations, named with `_`. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const { COACT_URL: url = 'http://127.0.0.1:4180', COACT_TOKEN: token = '' } = process.env;

type Claim = {
  item: { id: string; key: string; title: string };
  run: { id: string; fence: number };
  brief: { contract: { criteria: { id: string; text: string }[] } };
};

const client = new Client({ name: 'worker-example', version: '1.0.0' });
await client.connect(
  new StreamableHTTPClientTransport(new URL('/mcp', url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  }),
);

/** Calls a tool; a refusal is an answer that says what to do. */
async function call<Answer>(name: string, input: object): Promise<Answer | null> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: { ...input } });
  if (isError) throw new Error(content.map((one) => (one.type === 'text' ? one.text : '')).join('\n'));
  return (structuredContent as Answer | undefined) ?? null;
}

const { tools } = await client.listTools();
console.log(`tools: ${tools.map(({ name }) => name).join(', ')}`);

const claim = await call<Claim>('work_claim', { lease: 120 });
if (claim?.run) {
  const { item, run, brief } = claim;
  const at = { id: run.id, fence: run.fence };
  console.log(`claimed ${item.key}: ${item.title}`);
  // A report renews the lease, and its answer holds the signals.
  await call('run_report', { ...at, activity: 'Working over MCP', progress: 0.5 });
  const evidence = brief.contract.criteria.map(({ id, text }) => ({ criterion: id, text: `Seen: ${text}` }));
  await call('run_deliver', { ...at, summary: 'Done over MCP.', evidence });
  console.log(`delivered ${item.key}`);
} else {
  console.log('Nothing is claimable now.');
}
await client.close();
