import type { Provider } from 'coact';
import { useId } from 'react';
import { Field } from '../parts/field.tsx';
import { words } from '../words/index.ts';

const says = words.settings.signIn;

/** What is said of a provider, but for what its groups give. */
export function ProviderFields({ provider }: { provider?: Provider }) {
  return (
    <>
      <Field
        label={says.name}
        note={says.nameNote}
        name="name"
        defaultValue={provider?.name}
        required
        maxLength={120}
        autoFocus
      />
      <Field
        label={says.issuer}
        note={provider ? says.issuerStays : says.issuerNote}
        name="issuer"
        type="url"
        defaultValue={provider?.issuer}
        readOnly={provider !== undefined}
        required
        maxLength={500}
      />
      <Field
        label={says.clientId}
        name="clientId"
        defaultValue={provider?.clientId}
        required
        maxLength={300}
        autoComplete="off"
      />
      <Field
        label={says.secret}
        note={provider?.hasSecret ? says.secretKept : says.secretNote}
        name="clientSecret"
        type="password"
        autoComplete="new-password"
        maxLength={1_000}
      />
      <Field
        label={says.scopes}
        note={says.scopesNote}
        name="scopes"
        defaultValue={(provider?.scopes ?? ['profile', 'email']).join(' ')}
      />
      <NewPeople {...(provider && { provider })} />
      <Field
        label={says.claim}
        note={says.claimNote}
        name="groupsClaim"
        defaultValue={provider?.groupsClaim ?? ''}
        maxLength={200}
      />
    </>
  );
}

function NewPeople({ provider }: { provider?: Provider }) {
  const note = useId();
  return (
    <>
      <div>
        <label className="flex min-h-8 items-center gap-2.5 max-md:min-h-10">
          <input
            type="checkbox"
            name="createPeople"
            defaultChecked={provider?.createPeople ?? false}
            aria-describedby={note}
            className="size-4 shrink-0 accent-accent"
          />
          {says.create}
        </label>
        <p id={note} className="mt-1 text-sm text-muted">
          {says.createNote}
        </p>
      </div>
      <Field
        label={says.domains}
        note={says.domainsNote}
        name="emailDomains"
        defaultValue={provider?.emailDomains.join(', ') ?? ''}
      />
    </>
  );
}
