import type { ImportReport } from '../index.ts';
import { humanise } from './humanise.ts';
import { type Column, printTable } from './table.ts';
import { oneLine, paint, type Terminal } from './terminal.ts';

/** Drafts shown to people; `--json` gives all. */
const shown = 25;

type Count = [what: string, count: number];

/** What an import did, or would do: what came, how clear it is, and what each draft still lacks. */
export function printImportReport(terminal: Terminal, report: ImportReport): void {
  const { created, unchanged, dryRun, team, drafts, source } = report;
  const said = dryRun ? 'Would import' : 'Imported';
  const items = `${number(created)} ${created === 1 ? 'item' : 'items'}`;
  terminal.out(`${paint(terminal, 'bold', `${said} ${items} from ${oneLine(source)} for team ${team}.`)}\n`);
  if (unchanged > 0)
    terminal.out(
      `${number(unchanged)} ${unchanged === 1 ? 'is' : 'are'} here from an earlier import and stay as they are.\n`,
    );

  if (created + unchanged === 0) terminal.out('There is no work in it: check that it is the export that you meant.\n');

  counts(terminal, 'State', Object.entries(report.states));
  counts(terminal, 'With them', withThem(report));
  counts(terminal, 'Kept as it was, by source field', Object.entries(report.kept));
  counts(terminal, 'Drafts that lack', Object.entries(report.missing));
  printDrafts(terminal, drafts);
  if (drafts.length > 0 && !dryRun)
    terminal.out(
      '\n`coact item list --state draft` gives their keys here; `coact item update KEY` supplies what is missing, then `coact item commit KEY` makes one ready.\n',
    );
}

const withThem = ({ criteria, comments, edges, people }: ImportReport): Count[] => [
  ['acceptance criteria', criteria],
  ['comments', comments],
  ['dependencies', edges.blockedBy],
  ['parents', edges.parents],
  ['other relations', edges.related],
  ['people found here', people.matched],
  ['people added', people.created],
];

function counts(terminal: Terminal, title: string, all: readonly Count[]): void {
  const present = all.filter(([, count]) => count > 0);
  if (present.length === 0) return;
  const columns: Column<Count>[] = [
    {
      title,
      value: ([what]) => oneLine(/[._]/.test(what) || title.startsWith('Kept') ? what : humanise(what).toLowerCase()),
      flex: true,
    },
    { title: 'Count', align: 'right', value: ([, count]) => number(count) },
  ];
  terminal.out('\n');
  printTable(
    terminal,
    columns,
    present.toSorted(([, left], [, right]) => right - left),
  );
}

type Draft = ImportReport['drafts'][number];

function printDrafts(terminal: Terminal, drafts: readonly Draft[]): void {
  if (drafts.length === 0) return;
  const columns: Column<Draft>[] = [
    { title: 'Draft', value: ({ ref }) => oneLine(ref) },
    { title: 'Title', value: ({ title }) => oneLine(title), flex: true },
    { title: 'Lacks', value: ({ missing }) => missing.join(', ') },
  ];
  terminal.out('\n');
  printTable(terminal, columns, drafts.slice(0, shown));
  if (drafts.length > shown)
    terminal.out(`${paint(terminal, 'dim', `… and ${number(drafts.length - shown)} more; --json lists all.`)}\n`);
}

const number = (count: number) => count.toLocaleString('en');
