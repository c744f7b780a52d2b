import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { words } from '../words/index.ts';

export const tabs = ['contract', 'activity', 'evidence', 'history', 'brief'] as const;
export type Tab = (typeof tabs)[number];

type Props = { tab: Tab; onTab: (tab: Tab) => void; panels: Record<Tab, ReactNode> };

/** The five sides of an item. The contract stays in the page while another one is shown, with what is being written in it. */
export function ItemTabs({ tab, onTab, panels }: Props) {
  return (
    <Tabs.Root value={tab} onValueChange={(value) => onTab(tabs.find((one) => one === value) ?? 'contract')}>
      <Tabs.List
        aria-label={words.item.tabsLabel}
        className="sticky top-0 z-10 -mx-4 flex gap-1 overflow-x-auto border-b border-line bg-sheet px-4 @2xl:-mx-8 @2xl:px-8"
      >
        {tabs.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            className="-mb-px min-h-9 shrink-0 border-b-2 border-transparent px-2 text-muted -outline-offset-2 hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink max-md:min-h-11"
          >
            {words.item.tabs[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((one) => (
        <Tabs.Panel key={one} value={one} keepMounted={one === 'contract'} className="pt-5 outline-none" tabIndex={-1}>
          <h2 className="sr-only">{words.item.tabs[one]}</h2>
          {panels[one]}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
