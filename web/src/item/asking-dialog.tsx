import type { Item } from 'coact';
import { Suspense, lazy } from 'react';
import type { Asking } from './acts.ts';
import { AskDialog } from './ask-dialog.tsx';
import { AssignChooser } from './assign-chooser.tsx';
import { DeliverDialog } from './deliver-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const AskDecisionDialog = lazy(() => import('./ask-decision-dialog.tsx'));

type Props = { item: Item; asking: Asking; onClose: () => void };

/** The sheet of an act that asks for more than a press. */
export function AskingDialog({ item, asking, onClose }: Props) {
  switch (asking) {
    case 'assign':
      return <AssignChooser item={item} onClose={onClose} />;
    case 'deliver':
      return <DeliverDialog item={item} onClose={onClose} />;
    case 'decision':
      return (
        <Suspense>
          <AskDecisionDialog item={item} onClose={onClose} />
        </Suspense>
      );
    case 'question':
    case 'handoff':
    case 'exception':
      return <AskDialog item={item} kind={asking} onClose={onClose} />;
    default:
      return <ReasonDialog item={item} act={asking} onClose={onClose} />;
  }
}
