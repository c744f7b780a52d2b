import { words } from '../words/index.ts';

type BoxProps = {
  itemKey: string;
  checked: boolean;
  /** `range`: up to here, not only this one. */
  onToggle: (range: boolean) => void;
};

/** The box that chooses an item. It looks small, but a finger that comes near meets it. */
export const SelectBox = ({ itemKey, checked, onToggle }: BoxProps) => (
  <label className="-m-[5px] grid size-6 shrink-0 place-items-center max-md:-m-[11px] max-md:size-10">
    <input
      type="checkbox"
      tabIndex={-1}
      checked={checked}
      aria-label={words.work.card.select(itemKey)}
      onChange={({ nativeEvent }) => onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      className="size-3.5 accent-accent max-md:size-[18px]"
    />
  </label>
);
