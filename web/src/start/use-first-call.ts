import { paged } from 'coact';
import { useEffect, useState } from 'react';
import { noticeExpiry } from '../state/session.ts';
import { server } from '../state/server.ts';
import type { Connected } from './connect-agent.tsx';

const EVERY_MS = 1_000;

/** Whether the token has been used yet: a call that only reads leaves nothing else to see. */
export function useFirstCall({ agent, tokenId }: Connected): boolean {
  const [called, setCalled] = useState(false);
  useEffect(() => {
    if (called) return undefined;
    const look = async () => {
      for await (const one of paged(server.token.list, { id: agent.id, limit: 200 }))
        if (one.id === tokenId && one.lastUsedAt !== null) setCalled(true);
    };
    const looking = setInterval(() => void look().catch(noticeExpiry), EVERY_MS);
    return () => clearInterval(looking);
  }, [agent.id, tokenId, called]);
  return called;
}
