import { commandNames } from 'coact/operations';
import { actWord, areaWord } from '../words/rule-sentence.ts';
import { sentence } from '../words/common.ts';

/** Acts that happen as the answer to a request: judging a delivery, deciding, and seeing what was recommended. */
const answers = ['request.verify', 'request.decide', 'request.reveal'];
/** What nobody does while signed in is under no rule. */
const open = /^(setup\.|session\.(create|passkey_options)|password\.reset$|passkey\.register_options$)/;

const acts: readonly string[] = [...commandNames.filter((name) => !open.test(name)), ...answers].toSorted();

type ActGroup = { area: string; title: string; options: readonly (readonly [string, string])[] };

/** Every act that a rule can be about, by area, as people say it. */
export const actGroups: readonly ActGroup[] = [...Map.groupBy(acts, (act) => act.split('.')[0] ?? '')].map(
  ([area, some]) => ({
    area,
    title: sentence(areaWord(area)),
    options: some.map((act) => [act, sentence(actWord(act))] as const),
  }),
);
