import { Card } from './card.tsx';

/** Where a link has lost the part that counts. */
export const BrokenLink = ({ says }: { says: { broken: string; brokenNote: string } }) => (
  <Card title={says.broken}>
    <p className="text-muted">{says.brokenNote}</p>
  </Card>
);
