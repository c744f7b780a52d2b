import type { Resource } from './apply-patch.ts';
import type { Call } from './directory.ts';
import type { ScimError } from './scim-error.ts';

/** What was sent to a resource type: the id in the path, the filter in the query, the body. */
export type Sent = { id: string; filter?: string | undefined; body?: unknown; base: string };

type One = (call: Call, sent: Sent) => Promise<Resource | ScimError>;

/** What a resource type does with what it is sent. */
export type Handlers = {
  list: (call: Call, sent: Sent) => Promise<Resource[] | ScimError>;
  get: One;
  create: One;
  replace: One;
  patch: One;
  remove: (call: Call, sent: Sent) => Promise<null | ScimError>;
};
