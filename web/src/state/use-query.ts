import { useEffect, useState } from 'react';
import { noticeExpiry } from './session.ts';
import { type Trouble, troubleOf } from './server.ts';

/** Reads something from the server, again whenever `key` is another; what was read before stays until the new answer is here. */
export function useQuery<Answer>(
  key: string,
  ask: () => Promise<Answer>,
): { answer: Answer | null; trouble: Trouble | null } {
  const [got, setGot] = useState<{ answer: Answer | null; trouble: Trouble | null }>({ answer: null, trouble: null });
  useEffect(() => {
    let wanted = true;
    ask().then(
      (answer) => wanted && setGot({ answer, trouble: null }),
      (error: unknown) => {
        noticeExpiry(error);
        if (wanted) setGot({ answer: null, trouble: troubleOf(error) });
      },
    );
    return () => {
      wanted = false;
    };
    // `ask` is a new function at every drawing; `key` says when its answer would differ.
  }, [key]);
  return got;
}
