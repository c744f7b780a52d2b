import { z } from 'zod';
import { criterion, line, text } from './contract.ts';
import { decisionAsked } from './decision.ts';
import { type DecisionEvent, type Revealed, decisionEvents, evolveProgress } from './decision-progress.ts';
import { limits } from './limits.ts';
import { edit, step } from './proposal.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Requests: everything that needs somebody's attention. Six kinds, one shape, one inbox. */

export const kinds = ['question', 'decision', 'proposal', 'handoff', 'review', 'exception'] as const;
export const requestStates = ['open', 'answered', 'declined', 'withdrawn', 'expired'] as const;
export const exceptionClasses = [
  'blocked',
  'failed',
  'lost',
  'stalled',
  'looping',
  'overrun',
  'out_of_scope',
  'conflict',
  'policy',
  'external',
] as const;
export const resolutions = ['retry', 'reassign', 'rescope', 'split', 'waive', 'cancel', 'fixed'] as const;

const reason = z.string().trim().max(limits.reasonLength);

/** What each kind says. `text` is the one sentence that the inbox shows. */
export const bodies = {
  question: z.object({
    text: line(limits.reasonLength),
    options: z.array(line(500)).max(limits.options).default([]),
    default: reason.optional().describe('What happens when nobody answers.'),
  }),
  decision: decisionAsked,
  proposal: z.object({ text: line(limits.reasonLength), operations: z.array(step).min(1).max(limits.steps) }),
  handoff: z.object({
    text: line(limits.reasonLength).describe('What the receiver is asked to take over, and why.'),
    done: reason.optional(),
    remaining: reason.optional(),
    risks: reason.optional(),
    expected: reason.optional().describe('The output that is expected.'),
    artifacts: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(limits.listLength)
      .default([]),
  }),
  review: z.object({
    text: line(limits.reasonLength),
    summary: text,
    criteria: z.array(criterion),
    evidence: z.array(z.object({ criterion: z.string(), artifact: z.string(), name: z.string() })),
    executor: z.string(),
    revision: z.int(),
  }),
  exception: z.object({
    text: line(limits.reasonLength),
    class: z.enum(exceptionClasses).default('external'),
    severity: z.enum(['low', 'medium', 'high']).default('medium'),
    needed: reason.optional().describe('What somebody must supply.'),
  }),
} as const;

/** What an answer to each kind carries. */
export const responses = {
  question: z.object({ answer: line(limits.reasonLength) }),
  decision: z.object({
    choice: line(500).optional(),
    agree: z.boolean().optional(),
    input: line(limits.reasonLength).optional(),
    reason: reason.optional(),
  }),
  proposal: z.object({
    accept: z.boolean(),
    reason: reason.optional(),
    steps: z.array(z.int().min(1)).max(limits.steps).optional(),
    edits: z.array(edit).max(limits.steps).optional(),
  }),
  handoff: z.object({ accept: z.boolean(), reason: reason.optional() }),
  review: z.object({
    verdicts: z
      .array(
        z.object({
          criterion: z.string().max(64),
          verdict: z.enum(['pass', 'fail']),
          reason: reason.nullish().transform((value) => value || null),
        }),
      )
      .max(limits.criteria),
  }),
  exception: z.object({
    resolution: z.enum(resolutions),
    reason: reason.optional(),
    assignee: z.string().optional().describe('With `reassign`: who shall do it.'),
  }),
} as const;

export type Kind = (typeof kinds)[number];
export type Addressee = { participant: string } | { team: string } | { role: 'admin' | 'member' };

/** A request as the ledger's events tell it. Times are epoch milliseconds. */
export type Request = {
  id: string;
  kind: Kind;
  state: (typeof requestStates)[number];
  /** Null when Coact itself asks. */
  from: string | null;
  to: Addressee;
  item: string | null;
  run: string | null;
  blocking: boolean;
  due: number | null;
  /** Steps of (after how long of working time, to whom), ending in a stated default or in asking on. */
  ladder: unknown;
  body: Record<string, unknown>;
  response: Record<string, unknown> | null;
  responder: string | null;
  createdAt: number;
  /** When somebody who may answer first looked at it. */
  firstSeenAt: number | null;
  answeredAt: number | null;
};

type Answered = {
  id: string;
  response: Record<string, unknown>;
  responder: string;
  /** Seconds that the responder looked at it before answering, where their screen told. */
  dwell: number | null;
  /** Of a decision whose recommendation was kept back until then. */
  revealed?: Revealed;
};

/** One approval of several that a held act needs; the request goes on to whoever comes next. */
type Approved = {
  id: string;
  by: string;
  approvals: readonly string[];
  to: Addressee;
  dwell: number | null;
  /** Which steps of a proposal, and how they were edited. */
  accepted?: Record<string, unknown>;
};

export type RequestEvent =
  | {
      type: 'request.opened';
      data: Omit<Request, 'state' | 'response' | 'responder' | 'createdAt' | 'firstSeenAt' | 'answeredAt'>;
    }
  | { type: 'request.seen'; data: { id: string } }
  | { type: 'request.forwarded'; data: { id: string; from: Addressee; to: Addressee; reason: string } }
  | { type: 'request.answered'; data: Answered }
  | { type: 'request.declined'; data: Answered }
  | { type: 'request.approved'; data: Approved }
  | DecisionEvent
  | { type: 'request.withdrawn'; data: { id: string; reason: string | null } }
  | { type: 'request.expired'; data: { id: string; response: Record<string, unknown> | null; revealed?: Revealed } };

const endStates = {
  'request.answered': 'answered',
  'request.declined': 'declined',
  'request.withdrawn': 'withdrawn',
  'request.expired': 'expired',
} as const;

export function evolveRequest(request: Request | null, event: RequestEvent, at: number): Request {
  if (event.type === 'request.opened') {
    return {
      ...event.data,
      state: 'open',
      response: null,
      responder: null,
      createdAt: at,
      firstSeenAt: null,
      answeredAt: null,
    };
  }
  if (!request) throw new Error(`${event.type} comes before the request exists`);
  if (event.type === 'request.seen') return { ...request, firstSeenAt: at };
  // Whoever it is passed on to has not looked yet.
  if (event.type === 'request.forwarded') return { ...request, to: event.data.to, firstSeenAt: null };
  if (event.type === 'request.approved') {
    const { approvals, to, accepted } = event.data;
    return { ...request, to, response: { ...accepted, approvals }, firstSeenAt: null };
  }
  if (isDecisionEvent(event)) return evolveDecision(request, event, at);
  const response = 'response' in event.data ? event.data.response : null;
  const responder = 'responder' in event.data ? event.data.responder : null;
  const body = reveal(request.body, event.data);
  return { ...request, state: endStates[event.type], body, response, responder, answeredAt: at };
}

/** A recommendation that was kept back becomes a part of what is asked. */
const reveal = (body: Request['body'], data: object): Request['body'] =>
  'revealed' in data ? { ...body, recommendation: (data.revealed as Revealed).recommendation } : body;

const isDecisionEvent = (event: RequestEvent): event is DecisionEvent => decisionEvents.has(event.type);

/** Whoever an undecided decision goes on to has not looked yet. */
function evolveDecision(request: Request, event: DecisionEvent, at: number): Request {
  const moved = 'to' in event.data ? { to: event.data.to as Addressee, firstSeenAt: null } : {};
  const body = reveal(request.body, event.data);
  return { ...request, ...moved, body, response: evolveProgress(request.response, event, at) };
}

/** Whether a handoff asks somebody to carry a decision out: accepting it moves no work. */
export const carriesOutDecision = ({ kind, body }: Pick<Request, 'kind' | 'body'>): boolean =>
  kind === 'handoff' && body['decision'] !== undefined;

/** Keeps the first look of somebody who may answer; later ones say nothing new. */
export const see = (request: Request): RequestEvent[] =>
  request.state === 'open' && request.firstSeenAt === null ? [{ type: 'request.seen', data: { id: request.id } }] : [];

/** Passes an open request on to somebody else, who is then the one to answer. */
export function forwardRequest(request: Request, to: Addressee, why: string): RequestEvent[] | Refusal {
  if (request.state !== 'open') return refuse('wrong_state', { state: request.state, expected: ['open'] });
  return [{ type: 'request.forwarded', data: { id: request.id, from: request.to, to, reason: why } }];
}

/** Ends an open request with an answer. Declining a handoff or a proposal is an answer that says no, and says why. */
export function respond(
  request: Request,
  responder: string,
  response: Record<string, unknown>,
  dwell: number | null = null,
): RequestEvent[] | Refusal {
  if (request.state !== 'open')
    return refuse('wrong_state', { state: request.state, expected: ['open'], responder: request.responder });
  // An answer becomes part of the contract: whoever asks cannot write it there alone.
  if (request.kind === 'question' && request.from === responder)
    return refuse('forbidden', { action: 'request.respond', allowed: ['anybody else who is asked'] });
  const declined = response['accept'] === false;
  if (declined && !response['reason']) return refuse('reason_missing', { field: 'reason' });
  const data = { id: request.id, response, responder, dwell };
  return [{ type: declined ? 'request.declined' : 'request.answered', data }];
}

export function withdrawRequest(request: Request, why: string | null): RequestEvent[] | Refusal {
  if (request.state !== 'open') return refuse('wrong_state', { state: request.state, expected: ['open'] });
  return [{ type: 'request.withdrawn', data: { id: request.id, reason: why } }];
}

/** What silence means once the deadline is over: a question's stated default is its answer; other kinds stay to be asked on. */
export function expireRequest(request: Request, now: number): RequestEvent[] {
  if (request.state !== 'open' || request.due === null || request.due > now) return [];
  const fallback = request.kind === 'question' ? request.body['default'] : undefined;
  return typeof fallback === 'string'
    ? [{ type: 'request.expired', data: { id: request.id, response: { answer: fallback } } }]
    : [];
}
