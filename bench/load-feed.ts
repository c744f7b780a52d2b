import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpConnection, openConnection, requestBytes } from './http-connection.ts';
import { answerWith } from './worker.ts';

export type FeedLoad = {
  readers: number;
  perSecond: number;
  ms: number;
  host: string;
  port: number;
  token: string;
  items: string[];
};
export type FeedRound = {
  events: number;
  /** Milliseconds from when the command decided (a little before its commit) until a reader had the event. */
  latencies: Float64Array;
  /** Readers that did not have the last event a second after it. */
  behind: number;
};

type Reader = { bytes: number; tail: Buffer; close(): void };

/** Of so many readers the latencies are taken; reading a time from every event of a thousand would be most of the load. */
const SAMPLED = 25;
const WRITERS = 8;
const AT = '"type":"item.commented","at":"';
const POSITION = /"position":(\d+),/g;

/** Opens the readers, writes comments at a steady pace and takes the time until they arrive. */
async function load({ readers, perSecond, ms, items, ...to }: FeedLoad): Promise<FeedRound> {
  const latencies: number[] = [];
  const every = Math.max(1, Math.floor(readers / SAMPLED));
  const open = await Promise.all(
    Array.from({ length: readers }, (_, i) =>
      openReader(to, i % every === 0 ? (at) => latencies.push(Date.now() - at) : null),
    ),
  );
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => openConnection(to)));
  try {
    const events = await writeSteadily(writers, { perSecond, ms }, (nth) =>
      requestBytes(to, {
        method: 'POST',
        path: `/v1/items/${items[nth % items.length]}/comments`,
        body: { text: 'The supplier answers until noon.' },
      }),
    );
    await sleep(1_000);
    const positions = open.map(({ tail }) =>
      Math.max(0, ...[...tail.toString().matchAll(POSITION)].map(([, position]) => Number(position))),
    );
    const last = Math.max(...positions);
    return {
      events,
      latencies: Float64Array.from(latencies),
      behind: positions.filter((position) => position < last).length,
    };
  } finally {
    for (const one of [...open, ...writers]) one.close();
  }
}

function openReader(
  to: { host: string; port: number; token: string },
  heard: ((at: number) => void) | null,
): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: to.host, port: to.port });
    const reader: Reader = { bytes: 0, tail: Buffer.alloc(0), close: () => socket.destroy() };
    let rest = '';
    socket.on('error', reject);
    socket.on('connect', () =>
      socket.write(requestBytes(to, { method: 'GET', path: '/v1/events/stream', body: null })),
    );
    socket.on('data', (chunk: Buffer) => {
      if (reader.bytes === 0 && !chunk.subarray(0, 12).equals(Buffer.from('HTTP/1.1 200')))
        reject(new Error(`The feed was answered with ${chunk.toString().slice(0, 500)}`));
      reader.bytes += chunk.length;
      reader.tail = (chunk.length < 2_000 ? Buffer.concat([reader.tail, chunk]) : chunk).subarray(-2_000);
      if (heard) rest = readTimes(rest + chunk.toString(), heard);
    });
    socket.once('data', () => resolve(reader));
  });
}

/** Tells the time of every event in the text; gives back the part of an event that is not whole yet. */
function readTimes(text: string, heard: (at: number) => void): string {
  let from = 0;
  for (
    let found = text.indexOf(AT);
    found >= 0 && found + AT.length + 24 <= text.length;
    found = text.indexOf(AT, from)
  ) {
    from = found + AT.length + 24;
    heard(Date.parse(text.slice(found + AT.length, from)));
  }
  const whole = text.lastIndexOf('\n\n');
  return text.slice(Math.max(from, whole));
}

/** Sends at a steady pace, whether or not the answers keep up; gives how many. */
async function writeSteadily(
  writers: HttpConnection[],
  { perSecond, ms }: { perSecond: number; ms: number },
  request: (nth: number) => Buffer,
): Promise<number> {
  const began = performance.now();
  const wanted = Math.floor((perSecond * ms) / 1000);
  const write = async (writer: HttpConnection, first: number) => {
    for (let nth = first; nth < wanted; nth += writers.length) {
      await sleep(Math.max(0, began + (nth * 1000) / perSecond - performance.now()));
      const { status, body } = await writer.send(request(nth));
      if (status !== 201)
        throw new Error(`item.comment was answered with ${status}: ${body.toString().slice(0, 1_000)}`);
    }
  };
  await Promise.all(writers.map(write));
  return wanted;
}

answerWith(load);
