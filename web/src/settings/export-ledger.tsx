import { CopyText } from '../people/copy-text.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.settings.export;
const FILE = 'coact-ledger.jsonl';

/** The whole ledger as a file that somebody else's tool can verify. */
export function ExportLedger() {
  const guest = useStore(({ me }) => me?.role === 'guest');
  if (guest) return <p className="text-muted">{says.mayNot}</p>;
  return (
    <div className="max-w-xl space-y-4">
      <p className="text-muted">{says.note}</p>
      <p>
        <a
          href="/v1/ledger/export"
          download={FILE}
          className="inline-flex min-h-8 items-center rounded-md bg-accent px-3 py-1 font-medium text-accent-ink hover:brightness-110 max-md:min-h-10"
        >
          {says.do}
        </a>
      </p>
      <CopyText text={`npx coact ledger verify --export ${FILE}`} label={says.verify} />
    </div>
  );
}
