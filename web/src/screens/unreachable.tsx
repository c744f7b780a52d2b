import { Button } from '../parts/button.tsx';
import { begin } from '../state/session.ts';
import { words } from '../words/index.ts';
import { Card } from './card.tsx';

export function Unreachable() {
  return (
    <Card title={words.start.unreachable.title}>
      <p className="mb-4 text-muted">
        {words.start.unreachable.note} <code className="key">coact doctor</code>.
      </p>
      <Button look="primary" onClick={() => void begin()}>
        {words.start.unreachable.do}
      </Button>
    </Card>
  );
}
