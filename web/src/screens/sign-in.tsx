import { Card } from './card.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { words } from '../words/index.ts';

export function SignIn() {
  return (
    <Card title={words.start.signIn.title}>
      <SignInForm />
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">{words.start.signIn.note}</p>
    </Card>
  );
}
