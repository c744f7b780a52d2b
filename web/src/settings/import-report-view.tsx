import type { ImportReport } from 'coact';
import { type ReactNode, useEffect, useRef } from 'react';
import { count } from '../parts/format.ts';
import { words } from '../words/index.ts';

const says = words.settings.import;
const SHOWN = 25;

/** What an import did, or would do: what comes with it, what is kept word for word, and what each draft still lacks; the children are what can be done about it. */
export function ImportReportView({ report, children }: { report: ImportReport; children?: ReactNode }) {
  const { created, unchanged, dryRun, source, team } = report;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [dryRun]);
  return (
    <article>
      <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        {dryRun ? says.would(created, source, team) : says.did(created, source, team)}
      </h3>
      {dryRun && <p className="text-muted">{says.wouldNote}</p>}
      {unchanged > 0 && <p className="mt-1">{says.unchanged(unchanged)}</p>}
      {created + unchanged === 0 && <p className="mt-1 text-fail">{says.empty}</p>}
      {created === 0 && unchanged > 0 && <p className="mt-1">{says.nothingNew}</p>}
      {children && <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
      <div className="mt-5 gap-x-10 sm:columns-2">
        <Counts title={says.state} all={stateCounts(report)} />
        <Counts title={says.withThem} all={withThem(report)} />
        <Counts
          title={says.lacking}
          all={Object.entries(report.missing).map(([part, n]) => [says.parts[part] ?? part, n])}
        />
        <Counts title={says.kept} note={says.keptNote} all={Object.entries(report.kept)} mono />
      </div>
      <Drafts drafts={report.drafts} />
    </article>
  );
}

type Count = readonly [what: string, count: number];

const states = words.common.states;
const isState = (name: string): name is keyof typeof states => name in states;
const stateCounts = ({ states: found }: ImportReport): Count[] =>
  Object.entries(found).map(([name, n]) => [isState(name) ? states[name] : name, n]);

const withThem = ({ criteria, comments, edges, people }: ImportReport): Count[] => [
  [says.counts.criteria, criteria],
  [says.counts.comments, comments],
  [says.counts.blockedBy, edges.blockedBy],
  [says.counts.parents, edges.parents],
  [says.counts.related, edges.related],
  [says.counts.matched, people.matched],
  [says.counts.created, people.created],
];

function Counts({
  title,
  note,
  all,
  mono = false,
}: {
  title: string;
  note?: string;
  all: readonly Count[];
  mono?: boolean;
}) {
  const present = all.filter(([, n]) => n > 0).toSorted(([, a], [, b]) => b - a);
  if (present.length === 0) return null;
  return (
    <table className="mb-5 w-full break-inside-avoid">
      <caption className="pb-1 text-left font-medium">
        {title}
        {note && <span className="block text-sm font-normal text-muted">{note}</span>}
      </caption>
      <thead className="sr-only">
        <tr>
          <th>{title}</th>
          <th>{says.count}</th>
        </tr>
      </thead>
      <tbody>
        {present.map(([what, n]) => (
          <tr key={what} className="border-t border-line">
            <td className={`py-0.5 [overflow-wrap:anywhere] ${mono ? 'key' : ''}`}>{what}</td>
            <td className="py-0.5 text-right tabular-nums">{count(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Drafts({ drafts }: { drafts: ImportReport['drafts'] }) {
  if (drafts.length === 0) return null;
  return (
    <>
      <table className="mt-3 w-full table-fixed text-left">
        <thead className="text-sm text-muted">
          <tr>
            <th className="w-20 py-1 font-normal sm:w-28">{says.draft}</th>
            <th className="py-1 font-normal">{says.draftTitle}</th>
            <th className="w-1/3 py-1 font-normal sm:w-1/4">{says.lacks}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.slice(0, SHOWN).map(({ ref, title, missing }) => (
            <tr key={ref} className="border-t border-line align-baseline">
              <td className="key truncate py-1 pr-2" title={ref}>
                {ref}
              </td>
              <td className="py-1 pr-2 sm:truncate" title={title}>
                {title}
              </td>
              <td className="py-1 text-muted">{missing.map((part) => says.parts[part] ?? part).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drafts.length > SHOWN && <p className="mt-2 text-muted">{says.moreDrafts(drafts.length - SHOWN)}</p>}
    </>
  );
}
