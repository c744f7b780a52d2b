import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { CopyText } from '../people/copy-text.tsx';
import { words } from '../words/index.ts';

const says = words.webhooks;

export type Shown = { secret: string; address?: string; isRotated?: boolean };

/** A secret, this once; and where there is one, the address that it is for. */
export const ShownSecret = ({
  shown: { secret, address, isRotated = false },
  onClose,
}: {
  shown: Shown;
  onClose: () => void;
}) => (
  <Dialog open wide onClose={onClose} title={says.secretTitle} note={says.secretNote}>
    <div className="space-y-3">
      {address && <CopyText text={address} label={says.address} />}
      <CopyText text={secret} label={says.secret} />
      {isRotated && <p className="text-muted">{says.rotateNote}</p>}
      <Button look="primary" onClick={onClose}>
        {says.done}
      </Button>
    </div>
  </Dialog>
);
