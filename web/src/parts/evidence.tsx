import type { ArtifactWithText } from 'coact';
import { exactly } from './format.ts';
import { useName } from './badge.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';

/** What somebody brought as evidence, to read in place. It is text of others: shown as it is, never run. */
export function Evidence({ sha256, name }: { sha256: string; name: string }) {
  const { answer, trouble } = useQuery(sha256, () => server.artifact.get({ sha256 }));
  return (
    <figure className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-baseline gap-2 border-b border-line bg-paper px-3 py-1.5 text-sm text-muted">
        <span className="key truncate text-ink">{name}</span>
        {answer && <Origin artifact={answer} />}
      </figcaption>
      {trouble ? <p className="px-3 py-2 text-fail">{trouble.message}</p> : <Content artifact={answer} />}
    </figure>
  );
}

function Origin({ artifact: { producer, createdAt, sha256 } }: { artifact: ArtifactWithText }) {
  const name = useName(producer);
  return (
    <>
      <span className="ml-auto truncate" title={exactly(createdAt)}>
        from {name === 'You' ? 'you' : name}
      </span>
      <span className="key max-md:hidden" title={`SHA-256 ${sha256}`}>
        {sha256.slice(0, 8)}
      </span>
    </>
  );
}

function Content({ artifact }: { artifact: ArtifactWithText | null }) {
  if (!artifact) return <div className="h-10" aria-busy="true" />;
  const { text, mediaType, size } = artifact;
  if (text === null)
    return (
      <p className="px-3 py-2 text-muted">{`${mediaType}, ${size.toLocaleString()} bytes: fetch it with the command line.`}</p>
    );
  if (mediaType === 'text/uri-list' && /^https?:\/\//.test(text)) {
    return (
      <p className="px-3 py-2 break-all">
        <a href={text} target="_blank" rel="noreferrer noopener" className="text-accent underline underline-offset-2">
          {text}
        </a>
      </p>
    );
  }
  return (
    <pre
      tabIndex={0}
      aria-label="Evidence"
      className="prose max-h-72 max-w-none overflow-y-auto px-3 py-2 font-mono text-[0.8125rem] -outline-offset-2"
    >
      {text}
    </pre>
  );
}
