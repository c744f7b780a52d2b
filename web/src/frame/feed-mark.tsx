import { useStore } from '../state/store.ts';

const words = {
  connecting: ['Connecting …', 'text-muted'],
  live: ['Live', 'text-muted'],
  lost: ['Offline: trying again …', 'text-fail'],
} as const;

/** Says honestly whether what is shown is how things stand. */
export function FeedMark() {
  const feed = useStore((state) => state.feed);
  const [says, colour] = words[feed];
  return (
    <p role="status" className={`flex items-center gap-2 text-sm md:mb-2 md:pl-3 ${colour}`}>
      <svg viewBox="0 0 8 8" aria-hidden="true" className="size-2 shrink-0 fill-none stroke-current stroke-[1.5]">
        {feed === 'live' ? (
          <circle cx="4" cy="4" r="3" className="fill-pass stroke-none" />
        ) : (
          <circle cx="4" cy="4" r="3" />
        )}
      </svg>
      {says}
    </p>
  );
}
