import type { ArtifactWithText } from 'coact';
import { useName } from '../parts/badge.tsx';
import { exactly } from '../parts/format.ts';
import { Markdown } from '../parts/markdown.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Diff } from './diff.tsx';
import { lookOf } from './look-of.ts';
import { SafeLink } from './safe-link.tsx';

/** What somebody brought as evidence, to look at in place. It is of others: shown as it is, never run. */
export function Preview({ sha256, name }: { sha256: string; name: string }) {
  const { answer, trouble } = useQuery(sha256, () => server.artifact.get({ sha256 }));
  return (
    <figure className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex flex-wrap items-baseline gap-x-3 border-b border-line bg-paper px-3 py-1.5 text-sm text-muted">
        <span className="key min-w-0 flex-1 truncate text-ink">{name}</span>
        {answer && <Origin artifact={answer} />}
        <a href={contentOf(sha256)} download={name} className="text-accent underline underline-offset-2">
          {words.item.download}
        </a>
      </figcaption>
      {trouble ? <p className="px-3 py-2 text-fail">{trouble.message}</p> : <Content artifact={answer} name={name} />}
    </figure>
  );
}

const contentOf = (sha256: string) => `/v1/artifacts/${encodeURIComponent(sha256)}/content`;

function Origin({ artifact: { producer, createdAt, sha256, size } }: { artifact: ArtifactWithText }) {
  const name = useName(producer);
  return (
    <>
      <span className="truncate" title={exactly(createdAt)}>
        {words.item.from(name)}
      </span>
      <span className="tabular-nums">{words.item.size(size)}</span>
      <span className="key max-md:hidden" title={words.item.hash(sha256)}>
        {sha256.slice(0, 8)}
      </span>
    </>
  );
}

function Content({ artifact, name }: { artifact: ArtifactWithText | null; name: string }) {
  if (!artifact) return <div className="h-10" aria-busy="true" />;
  const { sha256, mediaType, size } = artifact;
  const text = artifact.text ?? '';
  const onlyDownload = (
    <p className="px-3 py-2 text-muted">{words.item.onlyDownload(mediaType, words.item.size(size))}</p>
  );
  switch (lookOf(artifact, name)) {
    case 'picture':
      return (
        <img
          src={contentOf(sha256)}
          alt={words.item.picture(name)}
          className="mx-auto max-h-[32rem] max-w-full bg-hover"
        />
      );
    case 'pdf':
      // Browsers on a phone often have no reader of their own, and would show an empty frame.
      return navigator.pdfViewerEnabled ? (
        <iframe
          src={`${contentOf(sha256)}#navpanes=0&view=FitH`}
          title={words.item.pdf(name)}
          loading="lazy"
          className="block h-[32rem] max-h-[80vh] w-full bg-hover"
        />
      ) : (
        onlyDownload
      );
    case 'link':
      return (
        <p className="px-3 py-2">
          <SafeLink to={text.trim()} />
        </p>
      );
    case 'markdown':
      return (
        <Scrolls label={name}>
          <Markdown text={text} />
        </Scrolls>
      );
    case 'diff':
      return <Diff text={text} label={name} />;
    case 'text':
      return (
        <Scrolls label={name}>
          <pre className="font-mono text-[0.8125rem] break-words whitespace-pre-wrap">{text}</pre>
        </Scrolls>
      );
    case 'file':
      return onlyDownload;
  }
}

/** Long evidence scrolls in its own place, by keyboard too. */
const Scrolls = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div role="region" aria-label={label} tabIndex={0} className="max-h-80 overflow-y-auto px-3 py-2 -outline-offset-2">
    {children}
  </div>
);
