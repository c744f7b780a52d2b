import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measurement, endSides, measure, startSides } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { summariseProfiles } from './profile.ts';
import { makeDataDir, startServer } from './server-process.ts';
import { fillUp, prepareSetting } from './setting.ts';
import { measurementTable } from './table.ts';

const options = readOptions(process.argv.slice(2));
const say = (text: string) => console.error(text);

async function run(options: Options): Promise<Measurement[]> {
  const dataDir = await makeDataDir();
  const profileDir = options.profile === null ? null : await mkdtemp(join(tmpdir(), 'coact-profile-'));
  const server = await startServer({ dataDir: dataDir.path, profileDir });
  const sides = startSides();
  const measurements: Measurement[] = [];
  try {
    const setting = await prepareSetting(server, dataDir.path);
    let filled = 0;
    for (const items of options.items) {
      const began = performance.now();
      await fillUp(setting, filled, items);
      filled = items;
      say(`${items} items are in after ${((performance.now() - began) / 1000).toFixed(1)} s`);
      for (const workload of options.only) {
        for (const clients of options.clients) {
          const one = await measure(setting, sides, { workload, items, clients, rounds: options.rounds, roundMs: options.roundMs });
          measurements.push(one);
          say(`${workload}, ${clients} clients: ${one.http.toFixed(0)}/s, ${one.ratio.toFixed(2)} of SQL's ${one.sql.toFixed(0)}/s (${one.ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`);
        }
      }
    }
    await setting.admin.end();
  } finally {
    await endSides(sides);
    await server.stop();
    await dataDir.remove();
  }
  if (profileDir !== null && options.profile !== null) {
    await writeFile(options.profile, await summariseProfiles(profileDir));
    await rm(profileDir, { recursive: true });
  }
  return measurements;
}

const measurements = await run(options);
console.log(measurementTable(measurements));
if (options.json) await writeFile(options.json, JSON.stringify(measurements, null, 2));
