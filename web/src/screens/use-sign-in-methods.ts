import type { SignInMethodsOutput } from 'coact';
import { useEffect, useState } from 'react';
import { server } from '../state/server.ts';

/** How people sign in here, beside a password; null until the server has said so, or while it does not. */
export function useSignInMethods(): SignInMethodsOutput | null {
  const [methods, setMethods] = useState<SignInMethodsOutput | null>(null);
  useEffect(() => {
    let wanted = true;
    server.signIn.methods().then(
      (answer) => wanted && setMethods(answer),
      // The form for a password is there in any case, and says what is wrong when it is sent.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return methods;
}
