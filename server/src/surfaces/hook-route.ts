import { isUtf8 } from 'node:buffer';
import { limits } from '../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { receiveHook } from '../operations/hook/receive.ts';
import { answer } from './answer.ts';
import type { AppOptions } from './http.ts';
import { problemResponse } from './problem.ts';
import { readBytes } from './read-body.ts';
import type { RequestContext } from './request-context.ts';

/** How many deliveries of others are taken at once: each is a few commands. */
const AT_ONCE = 16;

const read = ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'x-hub-signature-256', 'x-github-event'] as const;

/** `POST /hooks/{id}`: where other systems tell of something. Nobody signs in there: what is signed is believed. */
export function hookRoute(options: AppOptions) {
  let underWay = 0;

  async function take(c: RequestContext): Promise<Response> {
    const { incoming } = c.env;
    const body = await readText(c);
    if (isRefusal(body)) return problemResponse(c, body, options.server);
    const { workspace } = await options.authenticate(null);
    const headers = Object.fromEntries(read.map((name) => [name, incoming.headers[name]?.toString()]));
    const arrived = { workspace, hook: c.req.param('id') ?? '', headers, body: body.text };
    const outcome = await receiveHook({ ...options, now: Date.now }, arrived);
    return isRefusal(outcome) ? problemResponse(c, outcome, options.server) : answer(c, outcome);
  }

  return {
    method: 'POST',
    path: '/hooks/:id',
    async handle(c: RequestContext): Promise<Response> {
      c.set('operation', 'hook.receive');
      if (underWay >= AT_ONCE) return problemResponse(c, refuse('busy', { retryAfter: 5 }), options.server);
      underWay += 1;
      try {
        return await take(c);
      } finally {
        underWay -= 1;
      }
    },
  };
}

/** The body as it was signed: to the byte. */
async function readText({ env: { incoming } }: RequestContext): Promise<{ text: string } | Refusal> {
  const bytes = await readBytes(incoming, limits.bodyBytes);
  if (!Buffer.isBuffer(bytes)) return bytes;
  return isUtf8(bytes)
    ? { text: bytes.toString('utf8') }
    : refuse('malformed', { problem: 'the body is not valid UTF-8' });
}
