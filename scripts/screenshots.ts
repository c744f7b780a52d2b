import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setStage, type SetStage } from '../web/test/set-stage.ts';
import { findChromium } from './find-chromium.ts';
import { findPlaces } from './pictures/find-places.ts';
import { doors, type Shot, shots } from './pictures/shots.ts';
import { take } from './pictures/take.ts';

/**
 * Takes the pictures of the documents, `docs/images/`: every page in both themes, on a desk and on a phone, from a real server
 * with the sample's work and a real browser. `npm run screenshots`, or `npm run screenshots -- inbox ledger` for some pages;
 * `--into FOLDER` puts them elsewhere, to look at first.
 * Fails where a console or the content security policy complains, or where a page scrolls sideways.
 */
const { values, positionals: wanted } = parseArgs({ options: { into: { type: 'string' } }, allowPositionals: true });
const images = resolve(values.into ?? join(import.meta.dirname, '..', 'docs', 'images'));
/** The name of a picture ends with them: `inbox-desk-light.png`. */
const looks = [
  { screen: 'desk', theme: 'light' },
  { screen: 'desk', theme: 'dark' },
  { screen: 'phone', theme: 'light' },
  { screen: 'phone', theme: 'dark' },
] as const;
const isWanted = ({ name }: Shot) => wanted.length === 0 || wanted.includes(name);

const browserFile = await findChromium();
if (!browserFile) process.exit(1);
const stage = await setStage(browserFile);
try {
  await mkdir(images, { recursive: true });
  const { faults, files } = await takeAll(stage);
  if (wanted.length === 0 && !values.into) await removeOthers(files);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await stage.close();
}

type Taken = { faults: string[]; files: string[] };

async function takeAll({ open, owner, hire, url, complaints }: SetStage): Promise<Taken> {
  const places = await findPlaces({ owner, hire, url });
  const taken: Taken = { faults: [], files: [] };
  for (const { screen, theme } of looks) {
    const look = { phone: screen === 'phone', theme, reducedMotion: 'reduce', locale: 'en-GB' } as const;
    for (const { list, visit } of [
      { list: shots, visit: false },
      { list: doors, visit: true },
    ]) {
      const page = await open('/', { ...look, visit });
      for (const shot of list.filter(isWanted)) {
        const file = `${shot.name}-${screen}-${theme}.png`;
        const wrong = await take(page, { shot, places, file: join(images, file) }).catch(({ message }: Error) => [
          message,
        ]);
        taken.faults.push(...[...wrong, ...complaints()].map((fault) => `${file}: ${fault}`));
        taken.files.push(file);
      }
      await page.context().close();
    }
  }
  return taken;
}

/** Pictures of pages that are no more. */
async function removeOthers(files: readonly string[]): Promise<void> {
  const old = (await readdir(images)).filter((file) => file.endsWith('.png') && !files.includes(file));
  for (const file of old) await rm(join(images, file));
}
