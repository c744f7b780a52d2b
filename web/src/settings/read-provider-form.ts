import type { Provider } from 'coact';
import { formText } from '../state/form-text.ts';

type Said = Pick<
  Provider,
  'name' | 'issuer' | 'clientId' | 'scopes' | 'groupsClaim' | 'mappings' | 'createPeople' | 'emailDomains'
> & { clientSecret: string };

/** What was said of a provider. Lists are typed as words with spaces or commas between them. */
export function readProviderForm(form: FormData, mappings: readonly Provider['mappings'][number][]): Said {
  const text = (name: string) => formText(form, name).trim();
  const list = (name: string) =>
    text(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  return {
    name: text('name'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    scopes: list('scopes'),
    groupsClaim: text('groupsClaim') || null,
    mappings: mappings.map((one) => ({ ...one, group: one.group.trim() })),
    createPeople: form.get('createPeople') !== null,
    emailDomains: list('emailDomains'),
  };
}
