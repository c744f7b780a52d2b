import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const colours = { connecting: 'text-muted', live: 'text-muted', lost: 'text-fail' } as const;

/** Says honestly whether what is shown is how things stand. */
export function FeedMark() {
  const feed = useStore((state) => state.feed);
  return (
    <p
      role="status"
      title={feed === 'lost' ? words.frame.lostNote : undefined}
      className={`flex items-center gap-2 text-sm ${colours[feed]}`}
    >
      <svg viewBox="0 0 8 8" aria-hidden="true" className="size-2 shrink-0 fill-none stroke-current stroke-[1.5]">
        <circle cx="4" cy="4" r="3" className={feed === 'live' ? 'fill-pass stroke-none' : ''} />
      </svg>
      <span className={feed === 'live' ? 'max-md:sr-only' : ''}>{words.frame[feed]}</span>
    </p>
  );
}
