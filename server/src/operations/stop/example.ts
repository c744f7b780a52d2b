import { ids } from '../examples.ts';

export const exampleStop = {
  id: '0197a000-0000-7000-8000-000000000071',
  covers: 'agent' as const,
  participant: ids.bot,
  team: null,
  reason: 'It writes to the wrong place.',
  by: ids.ana,
  since: ids.at,
  agents: [ids.bot],
  ended: [{ run: ids.run, item: ids.item, key: 'OPS-12', executor: ids.bot }],
  lifted: null,
};
