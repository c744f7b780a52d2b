import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.settings.signIn;

/** What a provider says of itself right now, each with a word on whether it will do. */
export function ProviderTest({ id }: { id: string }) {
  const { answer, trouble } = useQuery(id, () => server.provider.test({ id }));
  return (
    <div role="status" className="mt-3 rounded-md border border-line p-3">
      {!answer && !trouble && <p className="text-muted">{says.testing}</p>}
      <TroubleNote trouble={trouble} />
      {answer && (
        <>
          <p className="font-medium">{answer.works ? says.works : says.broken}</p>
          <ul className="mt-1.5 space-y-1">
            {answer.checks.map(({ check, fine, says: told }) => (
              <li key={check} className="flex gap-2 [overflow-wrap:anywhere]">
                <span className={`w-14 shrink-0 ${fine ? 'text-muted' : 'font-medium text-fail'}`}>
                  {fine ? says.fine : says.wrong}
                </span>
                <span className="min-w-0">{told}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
