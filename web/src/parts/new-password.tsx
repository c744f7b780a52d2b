import type { ComponentProps } from 'react';
import { words } from '../words/index.ts';
import { Field } from './field.tsx';

/** Where a password is chosen, with what makes a good one. */
export const NewPassword = (how: Pick<ComponentProps<typeof Field>, 'label' | 'autoFocus'>) => (
  <Field
    {...how}
    note={words.access.passwordNote}
    name="password"
    type="password"
    autoComplete="new-password"
    required
    minLength={12}
    maxLength={200}
  />
);
