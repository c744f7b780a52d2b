type PickerProps<Value extends string> = {
  label: string;
  /** Whether the label stands before what is chosen; else it is only heard. */
  isLabelShown?: boolean;
  value: Value;
  choices: readonly { value: Value; word: string }[];
  onPick: (value: Value) => void;
  className?: string;
};

/** One of a few words, in the platform's own control. */
export function Picker<Value extends string>({
  label,
  isLabelShown = false,
  value,
  choices,
  onPick,
  className = '',
}: PickerProps<Value>) {
  return (
    <label className={`flex items-center gap-1.5 text-muted ${className}`}>
      <span className={isLabelShown ? 'text-sm max-md:sr-only' : 'sr-only'}>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((one) => one.value === target.value);
          if (chosen) onPick(chosen.value);
        }}
        className="h-8 max-w-40 min-w-0 rounded-md border border-edge bg-sheet px-1.5 text-ink max-md:h-10 max-md:text-[16px]"
      >
        {choices.map(({ value, word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
