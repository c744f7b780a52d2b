import { Dialog } from '@base-ui/react/dialog';
import type { Item } from 'coact';
import { Command } from 'cmdk';
import { type ReactNode, useMemo, useState } from 'react';
import { StopDialog } from '../authority/stop-dialog.tsx';
import AskDecisionDialog from '../item/ask-decision-dialog.tsx';
import { Badge } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { go, type Page } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { OperationDialog } from './operation-dialog.tsx';
import { type Offer, offersFor } from './offers.ts';

const places: readonly Page[] = [
  'inbox',
  'work',
  'outcomes',
  'intake',
  'people',
  'authority',
  'decisions',
  'ledger',
  'search',
  'settings',
  'start',
];
/** Of each kind; whoever wants more types on, or searches everywhere. */
const MOST = 8;
const says = words.frame.palette;

/** Everything in reach of the keyboard: places, open work, people, and every operation that the reader may use now. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [offer, setOffer] = useState<Offer | null>(null);
  const [stopping, setStopping] = useState(false);
  const [deciding, setDeciding] = useState<Item | null>(null);
  if (stopping) return <StopDialog covered={{ covers: 'workspace' }} onClose={onClose} />;
  if (deciding) return <AskDecisionDialog item={deciding} onClose={onClose} />;
  if (offer) return <OperationDialog offer={offer} onClose={onClose} />;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.1_0.01_265/0.45)]" />
        <Dialog.Popup className="fixed top-[10vh] left-1/2 z-40 w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-sheet text-ink shadow-lg">
          <Dialog.Title className="sr-only">{says.title}</Dialog.Title>
          <Command shouldFilter={false} label={says.title} loop>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={says.placeholder}
              autoFocus
              className="h-12 w-full border-b border-line bg-transparent px-4 text-[16px] outline-none placeholder:text-muted"
            />
            <Found
              text={text.trim()}
              onClose={onClose}
              onOffer={setOffer}
              onStop={() => setStopping(true)}
              onDecide={setDeciding}
            />
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type FoundProps = {
  text: string;
  onClose: () => void;
  onOffer: (offer: Offer) => void;
  onStop: () => void;
  onDecide: (item: Item) => void;
};

function Found({ text, onClose, onOffer, onStop, onDecide }: FoundProps) {
  const { pages, items, people, offers, opened, stops, decides } = useFound(text);
  const choose = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Command.List className="max-h-[56vh] overflow-y-auto p-1.5">
      <Command.Empty className="px-3 py-6 text-center text-muted">{says.nothing}</Command.Empty>
      <Group heading={says.work}>
        {items.map(({ id, key, title, state }) => (
          <Entry key={id} value={id} onChoose={choose(() => go({ page: 'items', chosen: key }))}>
            <StateMark state={state} />
            <span className="key text-muted">{key}</span>
            <span className="truncate">{title}</span>
          </Entry>
        ))}
      </Group>
      <Decisions about={decides} onDecide={onDecide} />
      <Group heading={opened ? says.here(opened) : says.acts}>
        {offers.map((offer) => (
          <Entry key={offer.name} value={offer.name} onChoose={() => onOffer(offer)}>
            <span className="min-w-0 flex-1 truncate">{offer.summary}</span>
            <span className="key text-muted max-md:hidden">{offer.name}</span>
          </Entry>
        ))}
      </Group>
      <Group heading={words.authority.sections.stops}>
        {stops.map((stop) => (
          <Entry key={stop} value={stop} onChoose={onStop}>
            {stop}
          </Entry>
        ))}
      </Group>
      <Group heading={says.go}>
        {pages.map((page) => (
          <Entry key={page} value={page} onChoose={choose(() => go({ page, chosen: null }))}>
            {words.frame.pages[page]}
          </Entry>
        ))}
      </Group>
      <Group heading={says.people}>
        {people.map(({ id, name }) => (
          <Entry key={id} value={id} onChoose={choose(() => go({ page: 'people', chosen: id }))}>
            <Badge id={id} as={says.people} />
            {name}
          </Entry>
        ))}
      </Group>
      {text && (
        <Entry value="everywhere" onChoose={choose(() => go({ page: 'search', chosen: null, query: { q: text } }))}>
          {says.searchFor(text)}
        </Entry>
      )}
    </Command.List>
  );
}

/** Asking for a decision has a sheet of its own. */
const Decisions = ({ about, onDecide }: { about: readonly Item[]; onDecide: (item: Item) => void }) => (
  <Group heading={words.decisions.title}>
    {about.map((item) => (
      <Entry key={item.id} value={`decide ${item.id}`} onChoose={() => onDecide(item)}>
        {words.decisions.ask.title(item.key)}
      </Entry>
    ))}
  </Group>
);

function Group({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

const Entry = ({ value, onChoose, children }: { value: string; onChoose: () => void; children: ReactNode }) => (
  <Command.Item
    value={value}
    onSelect={onChoose}
    className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-hover max-md:min-h-11"
  >
    {children}
  </Command.Item>
);

/** What fits the text, each kind by its own words. */
function useFound(text: string) {
  const me = useStore((state) => state.me);
  const opened = useStore((state) => state.opened);
  const all = useStore((state) => state.items);
  const everybody = useStore((state) => state.people);
  return useMemo(() => {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (...said: string[]) => {
      const against = said.join(' ').toLowerCase();
      return wanted.every((word) => against.includes(word));
    };
    const some = <One,>(from: Iterable<One>, has: (one: One) => boolean): One[] =>
      wanted.length === 0 ? [] : Iterator.from(from).filter(has).take(MOST).toArray();
    const offers = offersFor({ me, opened });
    return {
      opened: opened?.key ?? null,
      stops:
        me?.role === 'admin' && wanted.length > 0 ? [words.authority.stops.stopAll].filter((stop) => fits(stop)) : [],
      decides:
        opened?.abilities.includes('request.create') && fits(words.decisions.ask.title(opened.key)) ? [opened] : [],
      pages: places.filter((page) => fits(words.frame.pages[page])),
      items: some(all?.values() ?? [], ({ key, title }) => fits(key, title)),
      people: some(everybody.values(), ({ name, status }) => status !== 'retired' && fits(name)),
      offers: offers
        .filter(({ name, summary }) => fits(name.replaceAll(/[._]/g, ' '), summary))
        .slice(0, wanted.length > 0 ? 12 : MOST),
    };
  }, [text, me, opened, all, everybody]);
}
