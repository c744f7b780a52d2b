import { Card } from './card.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignIn() {
  return (
    <Card title="Sign in">
      <SignInForm />
      <p className="mt-6 border-t border-line pt-4 text-sm text-muted">
        No password yet? The server prints a set-up link when it first starts; later, an admin can make you one.
      </p>
    </Card>
  );
}
