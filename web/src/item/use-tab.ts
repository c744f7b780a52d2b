import { go, readRoute, useRoute } from '../state/route.ts';
import { type Tab, tabs } from './item-tabs.tsx';

/** The side that is shown stands in the address, so that it stays when the page is loaded again and goes along when it is shared. */
export function useTab(): [Tab, (tab: Tab) => void] {
  const { query } = useRoute();
  return [tabs.find((one) => one === query['tab']) ?? 'contract', showTab];
}

/** The contract is what an address without a side means. What else the address says, such as how the work is looked at, stays. */
function showTab(tab: Tab): void {
  const route = readRoute();
  go({ ...route, query: { ...route.query, tab: tab === 'contract' ? '' : tab } }, { replace: true });
}
