import type { Item } from 'coact';
import { Key } from '../parts/button.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { TextField } from '../parts/field.tsx';
import { words } from '../words/index.ts';

const says = words.inbox.review;

export type Verdict = { verdict: 'pass' | 'fail'; reason: string };

type Props = {
  criterion: Item['criteria'][number];
  evidence: readonly { artifact: string; name: string }[];
  verdict: Verdict | undefined;
  onJudge: (verdict: Verdict) => void;
  /** Whether the keys `a` and `r` judge this one. */
  isNext: boolean;
};

/** One criterion with what shall show that it is met, and the reader's verdict. */
export function CriterionVerdict({
  criterion: { id, text, check, required },
  evidence,
  verdict,
  onJudge,
  isNext,
}: Props) {
  return (
    <li>
      <h3 className="prose font-medium">{text}</h3>
      {(check || !required) && (
        <p className="text-sm text-muted">
          {[check && says.check(check), !required && says.optional].filter(Boolean).join(' · ')}
        </p>
      )}
      <div className="mt-2 space-y-2">
        {evidence.map(({ artifact, name }) => (
          <Evidence key={artifact + name} sha256={artifact} name={name} />
        ))}
        {evidence.length === 0 && <p className="text-muted">{says.noEvidence}</p>}
      </div>
      <fieldset className="mt-2 flex gap-2">
        <legend className="sr-only">{says.isMet}</legend>
        {(['pass', 'fail'] as const).map((value) => (
          <Judge
            key={value}
            name={`verdict-${id}`}
            value={value}
            chosen={verdict?.verdict === value}
            shortcut={isNext ? (value === 'pass' ? 'a' : 'r') : undefined}
            onChoose={() => onJudge({ verdict: value, reason: verdict?.reason ?? '' })}
          />
        ))}
      </fieldset>
      {verdict?.verdict === 'fail' && (
        <div className="mt-3">
          <TextField
            label={says.wrong}
            required
            autoFocus
            value={verdict.reason}
            onChange={(event) => onJudge({ verdict: 'fail', reason: event.target.value })}
            note={says.wrongNote}
          />
        </div>
      )}
    </li>
  );
}

type JudgeProps = {
  name: string;
  value: 'pass' | 'fail';
  chosen: boolean;
  shortcut: string | undefined;
  onChoose: () => void;
};

const looks = {
  pass: [says.pass, '✓', 'border-pass text-pass'],
  fail: [says.fail, '✕', 'border-fail text-fail'],
} as const;

function Judge({ name, value, chosen, shortcut, onChoose }: JudgeProps) {
  const [word, sign, colour] = looks[value];
  return (
    <label
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-md border px-3 max-md:min-h-10 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${chosen ? `${colour} font-medium` : 'border-edge hover:bg-hover'}`}
    >
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        data-key={shortcut}
        data-press=""
        className="sr-only"
      />
      <span aria-hidden="true">{sign}</span>
      {word}
      {shortcut && <Key>{shortcut}</Key>}
    </label>
  );
}
