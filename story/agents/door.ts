import type { Client } from 'coact';

/** The calls that our agents make, whichever protocol carries them. The SDK's client is one; others are made to look like it. */
export type Door = {
  work: Pick<Client['work'], 'claim'>;
  run: Pick<Client['run'], 'report' | 'heartbeat' | 'deliver' | 'fail'>;
  item: Pick<Client['item'], 'get' | 'create'>;
  request: Pick<Client['request'], 'get' | 'create'>;
  artifact: Pick<Client['artifact'], 'create'>;
};
