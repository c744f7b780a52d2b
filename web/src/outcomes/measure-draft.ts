import type { Measure } from './measure-share.ts';

/** A measure as it is being typed: numbers are text until they are one. */
export type MeasureDraft = { key: string; id?: string; name: string; unit: string; baseline: string; target: string };

export const draftOf = ({ id, name, unit, baseline, target }: Measure): MeasureDraft => ({
  key: id,
  id,
  name,
  unit,
  baseline: String(baseline),
  target: String(target),
});

export const blankDraft = (): MeasureDraft => ({
  key: crypto.randomUUID(),
  name: '',
  unit: '',
  baseline: '',
  target: '',
});

/** The first that has a name but no two numbers. */
export const unfinished = (drafts: readonly MeasureDraft[]): MeasureDraft | undefined =>
  drafts.find((draft) => draft.name.trim() && !(isNumber(draft.baseline) && isNumber(draft.target)));

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** As the server takes them; rows without a name are left out, and what is known keeps its id and its readings. */
export const measuresOf = (drafts: readonly MeasureDraft[]) =>
  drafts
    .filter(({ name }) => name.trim())
    .map(({ id, name, unit, baseline, target }) => ({
      ...(id !== undefined && { id }),
      name: name.trim(),
      unit: unit.trim(),
      baseline: Number(baseline),
      target: Number(target),
    }));
