import { useStore } from '../state/store.ts';

/** Another number whenever rules were changed by anybody, so that what hangs on them is read again. */
export const useRulesChanged = (): number => useStore(({ ruleChanges }) => ruleChanges);
