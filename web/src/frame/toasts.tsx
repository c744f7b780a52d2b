import { closeToast, type ShownToast, useToasts } from '../parts/toast.ts';
import { words } from '../words/index.ts';

/**
 * What has just been done or refused, heard by screen readers too; `undo` takes it back where that can be. On a desk in the
 * corner and above the bar of the chosen, so that it covers no act that could come next.
 */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div
      role="region"
      aria-label={words.frame.toasts}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col gap-2 p-4 max-md:items-center max-md:pb-20 md:items-end md:pb-16"
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, text, hint, look = 'said', undo } }: { toast: ShownToast }) {
  return (
    <div
      className={`pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-lg border bg-sheet px-4 py-2.5 shadow-lg ${look === 'trouble' ? 'border-fail' : 'border-edge'}`}
    >
      <p className="min-w-0 flex-1">
        <span className={look === 'trouble' ? 'text-fail' : ''}>{text}</span>{' '}
        {hint && <span className="text-muted">{hint}</span>}
      </p>
      {undo && (
        <button
          type="button"
          className="min-h-6 rounded px-1.5 font-medium text-accent hover:bg-hover"
          onClick={() => {
            closeToast(id);
            undo();
          }}
        >
          {words.frame.undo}
        </button>
      )}
      <button
        type="button"
        aria-label={words.frame.close}
        className="grid size-6 place-items-center rounded text-muted hover:bg-hover"
        onClick={() => closeToast(id)}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
