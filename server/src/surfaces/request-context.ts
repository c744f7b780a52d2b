import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What each request carries beside itself; `closing` fires when the server is about to stop. */
export type Env = {
  Bindings: HttpBindings & { closing?: AbortSignal };
  Variables: { requestId: string; operation: string };
};

export type RequestContext = Context<Env>;
