import type { Said } from '../../operations/a2a/remote/said.ts';
import type { Delegation } from '../../store/a2a-remotes.ts';
import type { FollowOptions, State } from './act-for-remote.ts';
import { report } from './do-here.ts';

/** How long a stream may say nothing until the task is asked about, which also tells whether anybody is there. */
const QUIET_MS = 20_000;
/** The least between two reports of what a stream says. */
const APART_MS = 1_000;

export type Watched = {
  state: State;
  /** Whether it said something that is to be acted on, which the whole task is read for. */
  turned: boolean;
};

/**
 * Follows a stream for as long as it tells of work that goes on, and reports that here. A stream is never taken at its word for
 * more: it may break, begin in the middle, or lie, and what follows from a question or an end is done once the task itself says so.
 */
export async function watchTask(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  { stream, stop }: { stream: AsyncIterable<Said>; stop: AbortController },
): Promise<Watched> {
  const { now } = options;
  let state = heard;
  let reportedAt = now();
  const quiet = setTimeout(() => stop.abort(), QUIET_MS);
  try {
    for await (const said of stream) {
      quiet.refresh();
      if (said.task !== state.task || said.state !== 'working') return { state, turned: true };
      if (now() - reportedAt < APART_MS) continue;
      state = await report(options, delegation, state, said.text ? said : { ...said, text: state.told ?? '' });
      reportedAt = now();
      if (!(await options.keep(state))) break;
    }
  } catch {
    // Broken, quiet, or told to stop: what there is to do is found by the next look.
  } finally {
    clearTimeout(quiet);
  }
  return { state, turned: false };
}
