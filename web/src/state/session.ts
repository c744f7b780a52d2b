import type { SessionCreateInput, SetupCompleteInput } from 'coact';
import { startLive, stopLive } from './live.ts';
import { forgetRows } from './rows.ts';
import { isSignedOut, server } from './server.ts';
import { clearState, getState, setState } from './store.ts';

/** The session's cookie cannot be read by scripts: this remembers that there is one, so that a first visit asks nothing in vain. */
const MARK = 'coact.signed-in';
const mark = (signedIn: boolean) => {
  if (signedIn) localStorage.setItem(MARK, '1');
  else localStorage.removeItem(MARK);
};

/** Nothing of whoever was here stays for the next. */
function forget(): void {
  forgetRows();
  clearState('signed-out');
}

/** Finds out who is looking, and shows them their work. */
export async function begin(): Promise<void> {
  if (!localStorage.getItem(MARK)) return forget();
  // Whoever signs in again keeps the page that lies below.
  if (!getState().me) setState({ stage: 'starting' });
  try {
    const me = await server.me.get();
    setState({ me, stage: 'signed-in' });
    startLive(noticeExpiry);
  } catch (error) {
    if (!isSignedOut(error)) return setState({ stage: 'unreachable' });
    mark(false);
    forget();
  }
}

export async function signIn(input: SessionCreateInput): Promise<void> {
  const { participant } = await server.session.create(input);
  await enter(participant.id);
}

export async function setUp(input: SetupCompleteInput): Promise<void> {
  const { participant } = await server.setup.complete(input);
  await enter(participant.id);
}

/** What somebody else had typed is not shown to whoever signs in after them. */
async function enter(id: string): Promise<void> {
  mark(true);
  const { me } = getState();
  if (me && me.id !== id) return location.reload();
  await begin();
}

/** Nothing is read any more when the session ends; where it cannot be ended, the page goes on. */
export async function signOut(): Promise<void> {
  await stopLive();
  await server.session.end().catch((error: unknown) => {
    if (isSignedOut(error)) return;
    startLive(noticeExpiry);
    throw error;
  });
  mark(false);
  forget();
}

/** Calls the server for a form; a session that is over keeps the page, and asks to sign in above it. */
export async function act<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    noticeExpiry(error);
    throw error;
  }
}

export function noticeExpiry(error: unknown): void {
  if (!isSignedOut(error) || getState().stage !== 'signed-in') return;
  void stopLive();
  setState({ stage: 'expired' });
}
