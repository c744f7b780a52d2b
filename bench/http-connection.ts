import { type Socket, connect } from 'node:net';

export type Answer = { status: number; body: Buffer };
export type HttpConnection = { send(request: Buffer): Promise<Answer>; close(): void };

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection over a bare socket, one request at a time: about a quarter of the CPU of node:http,
 * so that on two cores the load generator takes as little as it can from what it measures.
 */
export async function openConnection({ host, port }: { host: string; port: number }): Promise<HttpConnection> {
  const socket = await opened(connect({ host, port, noDelay: true }));
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;
  let received: Buffer[] = [];
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection in the middle of a request.')));
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    const answer = parse(received.length === 1 ? chunk : Buffer.concat(received));
    if (!answer) return;
    received = [];
    const asked = waiting;
    waiting = null;
    asked?.resolve(answer);
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close() {
      waiting = null;
      socket.destroy();
    },
  };
}

function opened(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** The answer, or null while a part of it is missing. */
function parse(bytes: Buffer): Answer | null {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const start = end + END_OF_HEAD.length;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined)
    return bytes.length >= start + Number(length) ? { status, body: bytes.subarray(start) } : null;
  if (status === 204) return { status, body: bytes.subarray(start) };
  return bytes.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) ? { status, body: bytes.subarray(start) } : null;
}

/** A request's bytes. */
export function requestBytes(
  to: { host: string; port: number; token: string },
  call: { method: string; path: string; body: object | null },
): Buffer {
  const body = call.body === null ? '' : JSON.stringify(call.body);
  const typed =
    call.body === null ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${call.method} ${call.path} HTTP/1.1\r\nhost: ${to.host}:${to.port}\r\nauthorization: Bearer ${to.token}\r\n${typed}\r\n${body}`,
  );
}
