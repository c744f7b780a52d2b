import type { RequestCreateInput } from 'coact';
import { fromLocal } from './local-time.ts';

/** A decision as it is being asked for; options are meant by their place. */
export type DecisionDraft = {
  text: string;
  options: readonly { text: string; consequences: string }[];
  recommended: number | null;
  reason: string;
  blind: boolean;
  kind: string;
  amount: string;
  reversible: '' | 'yes' | 'no';
  due: string;
  /** The option that holds when nobody decides by then. */
  onSilence: number | null;
  agree: readonly string[];
  input: readonly string[];
  perform: string | null;
  blocking: boolean;
};

export const newDecision: DecisionDraft = {
  text: '',
  options: [
    { text: '', consequences: '' },
    { text: '', consequences: '' },
  ],
  recommended: null,
  reason: '',
  blind: false,
  kind: '',
  amount: '',
  reversible: '',
  due: '',
  onSilence: null,
  agree: [],
  input: [],
  perform: null,
  blocking: true,
};

/** What is sent: options by their places, and nothing that was left empty. */
export function decisionAsked(item: string, draft: DecisionDraft): RequestCreateInput {
  const { text, options, recommended, reason, blind, kind, amount, reversible, due, onSilence, blocking } = draft;
  const { agree, input, perform } = draft;
  const idOf = (at: number) => `o${at + 1}`;
  const given = options.flatMap(({ text: said, consequences }, at) =>
    said.trim()
      ? [{ id: idOf(at), text: said.trim(), ...(consequences.trim() && { consequences: consequences.trim() }) }]
      : [],
  );
  const isGiven = (at: number | null): at is number => at !== null && Boolean(options[at]?.text.trim());
  const by = fromLocal(due);
  const why = reason.trim();
  return {
    kind: 'decision',
    item,
    text: text.trim(),
    blocking,
    options: given,
    ...(isGiven(recommended) && { recommendation: { option: idOf(recommended), ...(why && { reason: why }) }, blind }),
    ...(kind.trim() && { decisionKind: kind.trim() }),
    ...(amount !== '' && { amount: Number(amount) }),
    ...(reversible !== '' && { reversible: reversible === 'yes' }),
    ...(by && { due: by }),
    ...(by && isGiven(onSilence) && { onSilence: { choose: idOf(onSilence) } }),
    roles: { agree: [...agree], input: [...input], ...(perform && { perform }) },
  };
}

/** The options without one; what pointed to others points to them still. */
export function withoutOption(draft: DecisionDraft, gone: number): DecisionDraft {
  const moved = (at: number | null) => (at === null || at === gone ? null : at > gone ? at - 1 : at);
  return {
    ...draft,
    options: draft.options.filter((_, at) => at !== gone),
    recommended: moved(draft.recommended),
    onSilence: moved(draft.onSilence),
  };
}
