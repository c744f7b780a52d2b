import { TroubleNote } from '../parts/trouble-note.tsx';
import { signInProblem } from '../state/sign-in-problem.ts';
import { words } from '../words/index.ts';
import { Card } from './card.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignIn() {
  return (
    <Card title={words.start.signIn.title}>
      <div className="mb-4 empty:hidden">
        <TroubleNote trouble={signInProblem()} />
      </div>
      <SignInForm />
      <PasskeyButton />
      <ProviderLinks />
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        {words.start.signIn.note} {words.access.reset.ask}
      </p>
    </Card>
  );
}
