import { useStore } from '../state/store.ts';

/** The currency in which everything here is counted. */
export const useCurrency = (): string => useStore(({ me }) => me?.workspace.currency ?? 'USD');
