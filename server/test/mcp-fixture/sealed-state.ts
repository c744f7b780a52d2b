import { randomBytes } from 'node:crypto';
import { createRequestStateCodec } from '@modelcontextprotocol/server';

/** State that goes through the client and comes back: signed, so that what was tampered with is refused. */
export const sealedState = createRequestStateCodec<{ step: number; name?: string }>({ key: randomBytes(32) });
