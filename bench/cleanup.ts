export type Cleanup = {
  /** Notes what has to be undone at the end; gives a function that does it now. Either way it happens once. */
  add(undo: () => Promise<unknown>): () => Promise<void>;
  /** Undoes everything that is left, the newest first, whatever fails. */
  all(): Promise<void>;
};

/** What a run started and made, so that none of it is left when it ends, fails or is interrupted. */
export function createCleanup(): Cleanup {
  const left: (() => Promise<void>)[] = [];
  return {
    add(undo) {
      let done: Promise<void> | null = null;
      const now = () => (done ??= undo().then(() => undefined));
      left.push(now);
      return now;
    },
    async all() {
      for (const undo of left.toReversed()) {
        await undo().catch((error: unknown) => console.error(`Something was left behind: ${String(error)}`));
      }
    },
  };
}
