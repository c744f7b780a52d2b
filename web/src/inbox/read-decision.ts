/** The parts of a decision's body and of how far it has come; the server writes them when it is asked for. */

export type Option = { id: string; text: string; consequences: string | null };
export type Agreement = { by: string; agree: boolean; reason: string | null };
export type Choice = { by: string; choice: string; reason: string | null };
export type Decision = {
  options: Option[];
  recommendation: { option: string; reason: string | null; by: string | null } | null;
  decisionKind: string | null;
  amount: number | null;
  reversible: boolean | null;
  onSilence: 'keep_asking' | { choose: string };
  /** A recommendation is shown only after a first judgement. */
  keptBack: boolean;
  agree: string[];
  input: string[];
  decide: string | null;
  agreements: Agreement[];
  inputs: { by: string; input: string }[];
  judgement: { choice: string } | null;
  /** Where several must choose the same. */
  wanted: { count: number; among: string[] }[];
  choices: Choice[];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const listOf = <T>(value: unknown, of: (one: Record<string, unknown>) => T): T[] =>
  Array.isArray(value) ? value.filter(isRecord).map(of) : [];

export function readDecision(body: Record<string, unknown>, response: Record<string, unknown> | null): Decision {
  const roles = isRecord(body['roles']) ? body['roles'] : {};
  const recommended = isRecord(body['recommendation']) ? body['recommendation'] : null;
  const silence = isRecord(body['onSilence']) ? text(body['onSilence']['choose']) : null;
  const judged = isRecord(response?.['judgement']) ? text(response['judgement']['choice']) : null;
  return {
    options: listOf(body['options'], (one) => ({
      id: String(one['id']),
      text: String(one['text']),
      consequences: text(one['consequences']),
    })),
    recommendation: recommended && {
      option: String(recommended['option']),
      reason: text(recommended['reason']),
      by: text(recommended['by']),
    },
    decisionKind: text(body['decisionKind']),
    amount: typeof body['amount'] === 'number' ? body['amount'] : null,
    reversible: typeof body['reversible'] === 'boolean' ? body['reversible'] : null,
    onSilence: silence === null ? 'keep_asking' : { choose: silence },
    keptBack: typeof body['sealed'] === 'string' && recommended === null,
    agree: texts(roles['agree']),
    input: texts(roles['input']),
    decide: text(roles['decide']),
    agreements: listOf(response?.['agreements'], (one) => ({
      by: String(one['by']),
      agree: one['agree'] === true,
      reason: text(one['reason']),
    })),
    inputs: listOf(response?.['inputs'], (one) => ({ by: String(one['by']), input: String(one['input']) })),
    judgement: judged === null ? null : { choice: judged },
    wanted: listOf(body['wanted'], (one) => ({ count: Number(one['count']), among: texts(one['among']) })),
    choices: listOf(response?.['choices'], (one) => ({
      by: String(one['by']),
      choice: String(one['choice']),
      reason: text(one['reason']),
    })),
  };
}

export const optionText = ({ options }: Pick<Decision, 'options'>, id: string): string =>
  options.find((one) => one.id === id)?.text ?? id;
