/**
 * What is fast, measured against the engine's own limit in the same run: a real server on its own PostgreSQL, and each
 * operation over HTTP beside the very SQL that it sends, straight to the same database. `npm run bench -- --help`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { type FeedFigures, measureFeed } from './feed.ts';
import { type Measurement, endSides, measure, startSides } from './measure.ts';
import { type Options, readOptions, usage } from './options.ts';
import { memoryOf } from './processes.ts';
import { summariseProfiles } from './profile.ts';
import { type Report, type StartFigures, machine, showReport } from './report.ts';
import { makeDataDir, startServer } from './server-process.ts';
import { type Setting, fillUp, prepareSetting } from './setting.ts';

const say = (text: string) => console.error(text);

/** Fills up to each size in turn and measures every operation asked for, with each number of clients. */
async function measureAll(setting: Setting, options: Options, cleanup: Cleanup): Promise<Measurement[]> {
  const sides = startSides();
  const ended = cleanup.add(() => endSides(sides));
  const measurements: Measurement[] = [];
  let filled = 0;
  for (const items of options.items) {
    const began = performance.now();
    await fillUp(setting, filled, items);
    filled = items;
    say(`${items} items are in after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    for (const workload of options.only) {
      for (const clients of options.clients) {
        const one = await measure(setting, sides, {
          workload,
          items,
          clients,
          rounds: options.rounds,
          roundMs: options.roundMs,
        });
        measurements.push(one);
        const ratios = one.ratios.map((ratio) => ratio.toFixed(2)).join(' ');
        say(
          `${workload}, ${clients} clients: ${one.http.toFixed(0)}/s, ${one.ratio.toFixed(2)} of the ${one.sql.toFixed(0)}/s of its SQL (rounds ${ratios})`,
        );
      }
    }
  }
  await ended();
  return measurements;
}

async function run(options: Options, cleanup: Cleanup): Promise<Report> {
  const dataDir = await makeDataDir();
  cleanup.add(dataDir.remove);
  const profileDir = options.profile === null ? null : await mkdtemp(join(tmpdir(), 'coact-profile-'));
  if (profileDir !== null) cleanup.add(() => rm(profileDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir: dataDir.path, profileDir });
  const stopped = cleanup.add(server.stop);
  const setting = await prepareSetting(server, dataDir.path);
  const closed = cleanup.add(() => setting.admin.end());

  const measurements = await measureAll(setting, options, cleanup);
  let feed: FeedFigures | null = null;
  if (options.feed) {
    feed = await measureFeed(setting, options.readers);
    say(`feed, ${feed.readers} readers: p99 ${feed.p99.toFixed(0)} ms`);
  }
  const loaded = memoryOf(server.pid);
  await closed();
  await stopped();
  let starts: StartFigures | null = null;
  if (options.starts) {
    const again = await startServer({ dataDir: dataDir.path, profileDir: null });
    const stoppedAgain = cleanup.add(again.stop);
    starts = {
      items: options.items.at(-1) ?? 0,
      firstMs: server.startMs,
      againMs: again.startMs,
      loaded,
      fresh: memoryOf(again.pid),
    };
    await stoppedAgain();
  }
  if (profileDir !== null && options.profile !== null)
    await writeFile(options.profile, await summariseProfiles(profileDir));
  return {
    command: options.command,
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    measurements,
    feed,
    starts,
  };
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const cleanup = createCleanup();
  const interrupted = (signal: string) =>
    void cleanup.all().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    const options = readOptions(args);
    const report = await run(options, cleanup);
    const shown = showReport(report);
    console.log(shown);
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (options.markdown) await writeFile(options.markdown, shown);
    return 0;
  } catch (error) {
    say(`The bench failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await cleanup.all();
  }
}

process.exitCode = await main(process.argv.slice(2));
