/**
 * An agent that is sent its work: it listens for webhooks, believes only what its secret signed, and does what it is given with
 * the token that came along: `PORT=… WEBHOOK_SECRET=whsec_… weigh-pictures.ts FOLDER`. It has no token of its own.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Brief, RunClaim } from 'coact';
import { Webhook } from 'standardwebhooks';
import { counted } from './counted.ts';
import { say } from './work-under-lease.ts';

type Sent = { type: string; data: { url: string; token: string; brief: Brief } };

const [folder = '.'] = process.argv.slice(2);
const { PORT: port = '8787', WEBHOOK_SECRET: secret = '' } = process.env;
const webhook = new Webhook(secret);

const server = createServer((request, response) => {
  const answer = (status: number) => void response.writeHead(status).end();
  text(request).then(
    (body) => {
      const sent = genuine(body, request.headers as Record<string, string>);
      if (!sent) return answer(401);
      // Taken; the work itself may last longer than anybody waits for an answer.
      answer(204);
      return doWork(sent).catch((error: unknown) => say(`could not do it: ${String(error)}`));
    },
    () => answer(400),
  );
});
server.listen(Number(port), '127.0.0.1', () => say(`listening on http://127.0.0.1:${port}`));

/** What the signature shows to be from Coact; nothing of the rest is looked at. */
function genuine(body: string, headers: Record<string, string>): Sent | null {
  try {
    webhook.verify(body, headers);
    return JSON.parse(body) as Sent;
  } catch {
    say('refused what nobody signed');
    return null;
  }
}

async function doWork({ type, data: { url, token, brief } }: Sent): Promise<void> {
  const { key, title } = brief.item;
  say(`was sent ${type}: ${key} "${title}"`);
  const post = async <Answer>(path: string, body: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  };
  const { run } = await post<{ run: RunClaim }>('work/claim', { item: key, lease: 30 });
  const { fence } = run;
  say(`claimed ${key} with the token that came along (fence ${fence})`);
  const weighed = weigh();
  await post(`runs/${run.id}/report`, {
    fence,
    activity: `${counted(weighed.length, 'picture')} weighed`,
    progress: 0.9,
  });
  const evidence = brief.contract.criteria.map(({ id }) => ({ criterion: id, text: weighed.join('\n') }));
  await post(`runs/${run.id}/deliver`, { fence, summary: `${counted(weighed.length, 'picture')} weighed.`, evidence });
  say(`delivered ${key}: ${weighed.join('; ')}`);
}

/** Every picture with its size and what its content adds up to. */
function weigh(): string[] {
  return globSync('**/*.svg', { cwd: folder })
    .toSorted()
    .map((file) => {
      const content = readFileSync(join(folder, file));
      return `${file}: ${content.length} bytes, SHA-256 ${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
    });
}
