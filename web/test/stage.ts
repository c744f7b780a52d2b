import { accessSync, constants } from 'node:fs';
import { atEnd } from './at-end.ts';
import { setStage, type Stage } from './set-stage.ts';

export { account, scrollsSideways, type Stage } from './set-stage.ts';

/** How soon one browser shows what another did, in milliseconds. */
export const soon = 1_000;

const browserFile = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why browser tests cannot run here; false where they can. */
export const skip: string | false = isUsable(browserFile)
  ? false
  : `no Chromium at ${browserFile}: install one, or set CHROMIUM to its path`;

function isUsable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a server and a browser, both ended with the test file. `first`: nobody has set up an account yet. */
export async function openStage(how: { first?: boolean } = {}): Promise<Stage> {
  const stage = await setStage(browserFile, how);
  atEnd(stage.close);
  return stage;
}
