import type { MayAnswer } from 'coact';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { actGroups } from './acts.ts';
import { DecisionMark } from './decision-mark.tsx';

const says = words.authority.may;
/** Of the items, as many as a list that helps can hold. */
const MOST_KEYS = 200;

/** Asks about one case: may somebody do something with an item, and why. */
export function MaySection() {
  const [who, setWho] = useState('me');
  const [action, setAction] = useState('run.deliver');
  const [item, setItem] = useState('');
  const [answer, setAnswer] = useState<MayAnswer | null>(null);
  const { busy, trouble, run } = useAct();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(null);
    const key = item.trim();
    void run(async () => setAnswer(await server.policy.may({ who, action, ...(key && { item: key }) })));
  };
  return (
    <div className="max-w-[48rem]">
      <p className="text-muted">{says.lead}</p>
      <form onSubmit={ask} className="mt-4 grid items-start gap-4 sm:grid-cols-2">
        <Who who={who} onWho={setWho} />
        <SelectField label={says.does} value={action} onChoose={setAction}>
          {actGroups.map(({ area, title, options }) => (
            <optgroup key={area} label={title}>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <ItemField item={item} onItem={setItem} />
        <div className="sm:pt-[25px]">
          <Button type="submit" look="primary" disabled={busy}>
            {says.ask}
          </Button>
        </div>
      </form>
      <TroubleNote trouble={trouble} />
      <div role="status">{answer && <Answer answer={answer} />}</div>
    </div>
  );
}

function Who({ who, onWho }: { who: string; onWho: (who: string) => void }) {
  const people = useStore((state) => state.people);
  const { kinds } = words.people;
  const active = [...people.values()].filter(({ status }) => status === 'active');
  return (
    <SelectField label={says.who} value={who} onChoose={onWho}>
      <option value="me">{says.me}</option>
      {(['agent', 'human', 'system'] as const).map((kind) => (
        <optgroup key={kind} label={kinds[kind]}>
          {active
            .filter((one) => one.kind === kind)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function ItemField({ item, onItem }: { item: string; onItem: (item: string) => void }) {
  const items = useStore((state) => state.items);
  const list = useId();
  return (
    <div>
      <Field
        label={says.item}
        note={says.itemNote}
        list={list}
        value={item}
        onChange={({ target }) => onItem(target.value)}
      />
      <datalist id={list}>
        {[...(items?.values() ?? [])].slice(0, MOST_KEYS).map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </datalist>
    </div>
  );
}

const Answer = ({ answer: { decision, standing, rules, approvals } }: { answer: MayAnswer }) => (
  <section className="mt-6 border-t border-line pt-4">
    <h2 className="flex items-center gap-2 text-lg font-semibold">
      <DecisionMark decision={decision} />
      {says.answers[decision]}
    </h2>
    <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="text-muted">{says.standing}</dt>
      <dd>{says.standingOf(standing)}</dd>
      <dt className="text-muted">{says.rules}</dt>
      <dd>
        {rules.length === 0 && says.noRules}
        <ul className="space-y-1">
          {rules.map(({ id, because }) => (
            <li key={id}>
              {because} <span className="key ml-1 text-muted">{id}</span>
            </li>
          ))}
        </ul>
      </dd>
      {approvals.length > 0 && (
        <>
          <dt className="text-muted">{says.approvals}</dt>
          <dd>
            <ul className="space-y-1">
              {approvals.map(({ rule, count, approvers }) => (
                <li key={rule}>
                  {says.approval(
                    count,
                    approvers.map(({ name }) => name),
                  )}{' '}
                  <span className="key ml-1 text-muted">{rule}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  </section>
);
