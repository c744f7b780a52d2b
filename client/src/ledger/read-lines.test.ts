import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readLines, UnreadableLineError } from './read-lines.ts';

/** The bytes in pieces of a given length, as a stream would bring them. */
async function* inPieces(bytes: Uint8Array, length: number) {
  for (let start = 0; start < bytes.length; start += length) yield bytes.slice(start, start + length);
}
async function* endless() {
  for (;;) yield new Uint8Array(1024 * 1024).fill(0x61);
}
const linesOf = (bytes: Uint8Array, length = 7): Promise<string[]> =>
  Readable.from(readLines(inPieces(bytes, length))).toArray();
const utf8 = (text: string) => new TextEncoder().encode(text);

test('lines are what stood between the newlines, however the stream was cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 20 }), async (lines, length) => {
      const text = lines.map((line) => `${line}\n`).join('');
      assert.deepEqual(await linesOf(utf8(text), length), lines);
    }),
  );
});

test('only a newline ends a line, and nothing is taken off it', async () => {
  const lines = ['\ufeff{"a":"x\u2028y"}', 'carriage\rreturn\r', '', 'last, without a newline'];
  assert.deepEqual(await linesOf(utf8(lines.join('\n'))), lines);
});

test('bytes that are not text are told, with their line', async () => {
  const broken = Uint8Array.of(0x61, 0x0a, 0xff, 0x0a);
  await assert.rejects(linesOf(broken), (error) => error instanceof UnreadableLineError && error.line === 2);
});

test('a line without end does not fill the memory', async () => {
  await assert.rejects(Readable.from(readLines(endless())).toArray(), /longer than 16 MiB/);
});
