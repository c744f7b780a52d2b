import { Button } from './button.tsx';

type FormButtonsProps = { send: string; cancel: string; onCancel: () => void; busy?: boolean };

/** How a form ends: sent, or left as if nothing had been typed. */
export const FormButtons = ({ send, cancel, onCancel, busy = false }: FormButtonsProps) => (
  <div className="flex gap-2">
    <Button type="submit" look="primary" disabled={busy}>
      {send}
    </Button>
    <Button look="quiet" onClick={onCancel}>
      {cancel}
    </Button>
  </div>
);
