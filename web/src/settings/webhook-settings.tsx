import { Hooks } from './hooks.tsx';
import { Webhooks } from './webhooks.tsx';

/** What Coact sends to other systems, and what they send here. */
export const WebhookSettings = () => (
  <div className="max-w-2xl space-y-8">
    <Webhooks />
    <Hooks />
  </div>
);
