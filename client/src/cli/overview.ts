import type { CliContext } from './context.ts';
import { loadNames } from './names.ts';
import { listColumns } from './list-columns.ts';
import { printTable } from './table.ts';
import { oneLine, paint } from './terminal.ts';

/** `coact` alone: where things stand. What needs me, and the work that is being done. */
export async function printOverview(context: CliContext, { json }: { json: boolean }): Promise<void> {
  const { terminal } = context;
  const client = await context.client();
  const [me, inbox, active] = await Promise.all([
    client.me.get(),
    client.inbox.list({ limit: 20 }),
    client.item.list({ state: ['active'], limit: 50 }),
  ]);
  if (json) return terminal.out(`${JSON.stringify({ me, inbox, active }, null, 2)}\n`);

  const names = await loadNames(client, [inbox, active]);
  const how = { names, now: context.now() };
  const section = (title: string, rows: readonly Record<string, unknown>[], none: string) => {
    terminal.out(`\n${paint(terminal, 'bold', title)}\n`);
    if (rows.length > 0) printTable(terminal, listColumns(rows, how), rows);
    else terminal.out(`${paint(terminal, 'dim', none)}\n`);
  };
  terminal.out(`${oneLine(me.name)}, ${me.workspace.name ? `${oneLine(me.workspace.name)} at ` : ''}${client.url}\n`);
  section('Needs you', inbox.items, 'Nothing: your inbox is empty.');
  section(
    'Being worked on',
    active.items,
    'Nobody is working on anything. `coact item list --claimable` shows what could start.',
  );
}
