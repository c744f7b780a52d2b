import { useEffect, useRef } from 'react';
import { noticeReturn } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Above the page as it is: what was typed there waits until its reader has signed in again. */
export function Expired() {
  const dialog = useRef<HTMLDialogElement>(null);
  const email = useStore(({ me }) => me?.email ?? '');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(noticeReturn, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="expired"
      onCancel={(event) => event.preventDefault()}
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-lg border border-line bg-sheet p-6 text-ink"
    >
      <h1 id="expired" className="mb-1 text-lg font-semibold">
        {words.start.expired.title}
      </h1>
      <p className="mb-4 text-muted">{words.start.expired.note}</p>
      <SignInForm email={email} />
      <PasskeyButton />
      <ProviderLinks aside />
    </dialog>
  );
}
