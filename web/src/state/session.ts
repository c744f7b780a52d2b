import type { PasswordResetInput, SessionCreateInput, SetupCompleteInput, SetupPasskeyOptionsInput } from 'coact';
import { toast } from '../parts/toast.ts';
import { startLive, stopLive } from './live.ts';
import { go } from './route.ts';
import { awaitPasskey, fieldsOfferPasskeys, makePasskey, presentPasskey } from './passkeys.ts';
import { forgetRows } from './rows.ts';
import { isSignedOut, server } from './server.ts';
import { signInProblem } from './sign-in-problem.ts';
import { words } from '../words/index.ts';
import { clearState, getState, setState } from './store.ts';

/** The session's cookie cannot be read by scripts: this remembers that there is one, so that a first visit asks nothing in vain. */
const MARK = 'coact.signed-in';
const mark = (signedIn: boolean) => {
  // Another value each time: so the other pages of this browser hear of it.
  if (signedIn) localStorage.setItem(MARK, String(Date.now()));
  else localStorage.removeItem(MARK);
};

/** Nothing of whoever was here stays for the next. */
function forget(): void {
  forgetRows();
  clearState('signed-out');
}

/** With this the server sends somebody here who has just signed in through a provider. */
const ARRIVED = '#signed-in';
function noticeArrival(): void {
  if (location.hash !== ARRIVED) return;
  mark(true);
  history.replaceState(null, '', location.pathname + location.search);
}

/** Finds out who is looking, and shows them their work. */
export async function begin(): Promise<void> {
  noticeArrival();
  if (!localStorage.getItem(MARK)) return forget();
  // Whoever signs in again keeps the page that lies below.
  if (!getState().me) setState({ stage: 'starting' });
  try {
    const me = await server.me.get();
    setState({ me, stage: 'signed-in' });
    leaveSignIn();
    startLive(noticeExpiry);
  } catch (error) {
    if (!isSignedOut(error)) return setState({ stage: 'unreachable' });
    mark(false);
    forget();
  }
}

/** Whoever is in has nothing to do there any more, but hears what went wrong. */
function leaveSignIn(): void {
  const problem = signInProblem();
  if (problem) toast({ text: problem.message, hint: problem.hint, look: 'trouble' });
  if (location.pathname === '/sign-in') go({ page: 'inbox', chosen: null }, { replace: true });
}

/** Goes on when the reader has signed in on another page of this browser. Gives the way to stop looking. */
export function noticeReturn(): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === MARK && newValue)
      void server.me.get().then(
        ({ id }) => enter(id),
        () => undefined,
      );
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

export async function signIn(input: SessionCreateInput): Promise<void> {
  const { participant } = await server.session.create(input);
  await enter(participant.id);
}

/** The challenge is good for one answer, so it is asked for anew each time. */
export async function signInWithPasskey(): Promise<void> {
  const { options } = await server.session.passkeyOptions();
  const { participant } = await server.session.createWithPasskey({ response: await presentPasskey(options) });
  await enter(participant.id);
}

/** Lets somebody choose a passkey in the field of their address, until they have signed in or `signal` says that they left. */
export async function signInFromField(signal: AbortSignal): Promise<void> {
  if (!(await fieldsOfferPasskeys())) return;
  for (let chosen: Awaited<ReturnType<typeof awaitPasskey>> = 'late'; chosen === 'late' && !signal.aborted;) {
    const { options } = await server.session.passkeyOptions();
    chosen = await awaitPasskey(options, signal);
    if (chosen === null || chosen === 'late') continue;
    const { participant } = await server.session.createWithPasskey({ response: chosen });
    await enter(participant.id);
  }
}

export async function resetPassword(input: PasswordResetInput): Promise<void> {
  const { participant } = await server.password.reset(input);
  await enter(participant.id);
}

export async function setUp(input: SetupCompleteInput): Promise<void> {
  const { participant } = await server.setup.complete(input);
  await enter(participant.id);
}

/** The same with a passkey in place of a password. */
export async function setUpWithPasskey(who: SetupPasskeyOptionsInput): Promise<void> {
  const { options } = await server.setup.passkeyOptions(who);
  await setUp({ ...who, passkey: await makePasskey(options), passkeyName: words.access.passkeys.usual });
}

/** What somebody else had typed is not shown to whoever signs in after them. */
async function enter(id: string): Promise<void> {
  mark(true);
  // What went wrong before does so no longer.
  if (location.pathname === '/sign-in') go({ page: 'inbox', chosen: null }, { replace: true });
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
