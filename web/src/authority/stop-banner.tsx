import type { Stop } from 'coact';
import { Link } from '../parts/link.tsx';
import { useName } from '../parts/badge.tsx';
import { Ago } from '../parts/time.tsx';
import { words } from '../words/index.ts';
import { useCovered } from './lift-stop.tsx';

const says = words.authority.stops;

/** Above every page while agents are stopped that its reader has to do with: who is stopped, by whom, since when and why. */
export function StopBanner({ stops }: { stops: readonly Stop[] }) {
  const [first] = stops;
  return first ? <Banner stop={first} more={stops.length - 1} /> : null;
}

function Banner({ stop, more }: { stop: Stop; more: number }) {
  const covered = useCovered(stop);
  const name = useName(stop.by);
  return (
    <aside
      aria-label={says.stoppedNow}
      className="flex shrink-0 flex-wrap items-center gap-x-3 border-b border-warn bg-sheet px-4 py-1.5 text-sm"
    >
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="size-4 shrink-0 fill-none stroke-current stroke-[1.6] text-warn"
      >
        <path d="M5.500 2h5L14 5.500v5L10.500 14h-5L2 10.500v-5zM5.500 8h5" />
      </svg>
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]" role="status">
        <strong className="font-semibold">{says.banner(covered)}</strong> {stop.reason}{' '}
        <span className="text-muted">
          · {words.common.inside(name)}, <Ago at={stop.since} />
          {more > 0 && ` · ${says.bannerMore(more)}`}
        </span>
      </p>
      <Link
        to={{ page: 'authority', chosen: 'stops' }}
        className="flex min-h-6 items-center text-accent underline-offset-2 hover:underline max-md:min-h-10"
      >
        {says.see}
      </Link>
    </aside>
  );
}
