import { Button } from '../parts/button.tsx';
import { begin } from '../state/session.ts';
import { Card } from './card.tsx';

export function Unreachable() {
  return (
    <Card title="The server cannot be reached">
      <p className="mb-4 text-muted">
        It may be starting, or the network may be away. An admin can run <code className="key">coact doctor</code>.
      </p>
      <Button look="primary" onClick={() => void begin()}>
        Try again
      </Button>
    </Card>
  );
}
