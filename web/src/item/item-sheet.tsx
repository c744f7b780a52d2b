import type { Item } from 'coact';
import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { words } from '../words/index.ts';
import { type Asking, actsOf } from './acts.ts';
import { ActivityTab } from './activity-tab.tsx';
import { AskingDialog } from './asking-dialog.tsx';
import { BriefTab } from './brief-tab.tsx';
import { claim, commit } from './quick-acts.ts';
import { ContractTab } from './contract-tab.tsx';
import { EvidenceTab } from './evidence-tab.tsx';
import { Header } from './header.tsx';
import { HistoryTab } from './history-tab.tsx';
import { ItemBar } from './item-bar.tsx';
import { ItemTabs } from './item-tabs.tsx';
import { jump } from './jump.ts';
import { may } from './may.ts';
import { Needs } from './needs.tsx';
import { RunNow } from './run-now.tsx';
import { useItemKeys } from './use-item-keys.ts';
import { useReadiness } from './use-readiness.ts';
import { useTab } from './use-tab.ts';

type Props = { item: Item; pane: boolean; root: RefObject<HTMLElement | null> };

/** An item from the most important to the least: what it is and where it stands, what it needs from whom, the live run, then its five sides. */
export function ItemSheet({ item, pane, root }: Props) {
  const [tab, setTab] = useTab();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [writing, setWriting] = useState(0);
  const readiness = useReadiness(item);
  const editTitle = () => may(item, 'item.update') && setEditing(true);
  const comment = () => {
    setTab('activity');
    setWriting((times) => times + 1);
  };
  const menu = () => root.current?.querySelector<HTMLElement>('[data-menu]')?.click();
  const toPart = (part: string) => {
    flushSync(() => setTab('contract'));
    jump(root.current, part);
  };
  useItemKeys(root, pane, { editTitle, comment, menu, tab: setTab });
  return (
    <>
      <ItemBar itemKey={item.key} pane={pane}>
        <Acts
          item={item}
          isWhole={item.state === 'draft' && readiness.answer?.missing.length === 0}
          onAsk={setAsking}
          onEditTitle={editTitle}
          onComment={comment}
        />
      </ItemBar>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-5 pb-10 @2xl:px-8">
        <div className="max-w-[72rem] space-y-5">
          <Header item={item} level={pane ? 2 : 1} isEditing={isEditing} onEdit={setEditing} />
          <Needs item={item} readiness={readiness} onJump={toPart} />
          {item.run && <RunNow item={item} run={item.run} onAsk={setAsking} />}
          <ItemTabs
            tab={tab}
            onTab={setTab}
            panels={{
              contract: <ContractTab item={item} />,
              activity: <ActivityTab item={item} onAsk={setAsking} writing={writing} />,
              evidence: <EvidenceTab item={item} />,
              history: <HistoryTab item={item} />,
              brief: <BriefTab item={item} />,
            }}
          />
        </div>
      </div>
      {asking && <AskingDialog item={item} asking={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

type ActsProps = {
  item: Item;
  /** Whether it is a draft that lacks nothing. */
  isWhole: boolean;
  onAsk: (asking: Asking) => void;
  onEditTitle: () => void;
  onComment: () => void;
};

/** The next step as a button, to say that a whole draft is ready or to begin oneself, and everything that may be done in a menu. */
function Acts({ item, isWhole, onAsk, onEditTitle, onComment }: ActsProps) {
  const items = actsOf(item, { ask: onAsk, editTitle: onEditTitle, comment: onComment });
  return (
    <>
      {isWhole && may(item, 'item.commit') && (
        <Button look="primary" onClick={() => commit(item)}>
          {words.item.acts.commit}
        </Button>
      )}
      {may(item, 'work.claim') && <Button onClick={() => claim(item)}>{words.item.acts.claim}</Button>}
      <Menu
        label={words.item.menuLabel(item.key)}
        items={items}
        trigger={
          <Button data-menu="" hint="m">
            {words.item.menu}
          </Button>
        }
      />
    </>
  );
}
