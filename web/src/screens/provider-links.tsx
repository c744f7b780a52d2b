import { words } from '../words/index.ts';
import { useSignInMethods } from './use-sign-in-methods.ts';

const says = words.start.signIn;

/** Where the reader is, to come back to; the page for signing in is nowhere to come back to. */
const here = () => (location.pathname === '/sign-in' ? '/' : location.pathname + location.search);

/** A way to each provider. They lead away from the page; `aside` keeps it, and opens another beside it. */
export function ProviderLinks({ aside = false }: { aside?: boolean }) {
  const providers = useSignInMethods()?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 border-t border-line pt-4">
      <p className="mb-2 text-sm text-muted">{aside ? says.orBeside : says.or}</p>
      <ul className="space-y-2">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`/sign-in/${id}?to=${encodeURIComponent(aside ? '/' : here())}`}
              {...(aside && { target: '_blank', rel: 'noopener' })}
              className="flex min-h-10 items-center justify-center rounded-md border border-edge bg-sheet px-3 py-1 text-center [overflow-wrap:anywhere] hover:bg-hover"
            >
              {says.with(name)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
