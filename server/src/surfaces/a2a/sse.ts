import { formatSSEErrorEvent, formatSSEEvent } from '@a2a-js/sdk';

export type Streaming = {
  /** What one event of the stream is in JSON. */
  write: (event: unknown) => unknown;
  /** What an error in the middle of it is. */
  fail: (error: unknown) => unknown;
  keepAliveMs: number;
  /** Called once when the stream is over, however it ends. */
  over: () => void;
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** The rest of a stream whose first event is there already, as server-sent events; comments in between keep proxies from closing it. */
export function eventBody(
  first: IteratorResult<unknown, void>,
  rest: AsyncIterator<unknown, void>,
  { write, fail, keepAliveMs, over }: Streaming,
) {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearInterval(timer);
    over();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => controller.enqueue(bytes(':\n\n')), keepAliveMs);
      if (!first.done) controller.enqueue(bytes(formatSSEEvent(write(first.value))));
    },
    async pull(controller) {
      try {
        const next = await rest.next();
        if (!next.done) return controller.enqueue(bytes(formatSSEEvent(write(next.value))));
      } catch (error) {
        controller.enqueue(bytes(formatSSEErrorEvent(fail(error))));
      }
      end();
      controller.close();
    },
    cancel() {
      end();
      void rest.return?.();
    },
  });
}
