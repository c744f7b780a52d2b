import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { scrollsSideways } from '../../web/test/set-stage.ts';
import type { Places } from './find-places.ts';
import type { Shot } from './shots.ts';
import { shrinkPng } from './shrink-png.ts';

/** More than this is too much to carry along in a repository. */
const MOST_BYTES = 150_000;
const PAUSE_MS = 150;
const TRIES = 20;

/** Takes one picture; gives what is wrong with the page, in words. */
export async function take(
  page: Page,
  { shot, places, file }: { shot: Shot; places: Places; file: string },
): Promise<string[]> {
  await page.goto(shot.path(places));
  await shot.act?.(page);
  await shot.seen(page).waitFor();
  await shot.late?.(page).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = shrinkPng(await takeAtRest(page));
  await writeFile(file, picture);
  return [
    ...((await scrollsSideways(page)) ? ['it scrolls sideways'] : []),
    ...(picture.length > MOST_BYTES ? [`the picture has ${Math.round(picture.length / 1_000)} kB`] : []),
  ];
}

/** Two pictures alike, one after the other: nothing is on its way any more. */
async function takeAtRest(page: Page): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (taken.equals(last)) return taken;
    last = taken;
    await sleep(PAUSE_MS);
  }
  throw new Error('the page does not come to rest');
}
