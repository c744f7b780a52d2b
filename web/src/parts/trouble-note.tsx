import type { Trouble } from '../state/server.ts';

/** What went wrong and what to do next, beside the control that met it. */
export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  return (
    <div role="alert">
      {trouble && (
        <p className="mt-3 max-w-[44rem] border-l-2 border-fail py-0.5 pl-3">
          <span className="text-fail">{trouble.message}</span>{' '}
          {trouble.hint && <span className="text-muted">{trouble.hint}</span>}
        </p>
      )}
    </div>
  );
}
