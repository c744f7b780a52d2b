import { ids } from '../examples.ts';
import type { TaskResource } from '../resources/a2a.ts';

export const exampleMessage = {
  messageId: 'm-1',
  parts: [{ text: 'Renew the certificate\n\nIt ends on Friday.' }],
  metadata: { team: 'OPS' },
};

export const exampleTask: TaskResource = {
  id: ids.item,
  key: 'OPS-12',
  title: 'Renew the certificate',
  context: 'c-1',
  state: 'submitted',
  says: 'It waits to be accepted as work.',
  request: null,
  progress: null,
  at: ids.at,
  messages: [{ id: 'm-1', role: 'user', parts: exampleMessage.parts, metadata: exampleMessage.metadata, at: ids.at }],
  artifacts: [],
};
