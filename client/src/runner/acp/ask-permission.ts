import type {
  PermissionOption,
  PermissionOptionKind,
  RequestPermissionRequest,
  RequestPermissionResponse,
  ToolCallUpdate,
} from '@agentclientprotocol/sdk';
import { CoactError, HeldForApproval } from '../../index.ts';
import type { Attempt } from '../attempt.ts';

/**
 * What an agent may not do without permission is an act of its run (`run.use_tool`) by the rules of the workspace: held in the
 * inbox of whoever may approve it, with what the tool is and is given, while the agent waits and its lease is kept. It never
 * gets leave for more than this once; whatever ends the run meanwhile cancels the question.
 */
export async function askPermission(
  attempt: Attempt,
  { toolCall, options }: RequestPermissionRequest,
): Promise<RequestPermissionResponse> {
  const { settings, work } = attempt;
  const kind = toolCall.kind ?? 'other';
  if (settings.permit.includes(kind)) return choose(options, allowing);
  const title = oneLine(toolCall.title ?? kind, 500);
  work.tell(`Waits for permission: ${title}`);
  const answer = await ask(attempt, { ...describe(toolCall), title, tool: kind });
  return answer === 'cancelled' ? { outcome: { outcome: 'cancelled' } } : choose(options, answer);
}

type Wanted = readonly PermissionOptionKind[];
const allowing: Wanted = ['allow_once', 'allow_always'];
const rejecting: Wanted = ['reject_once', 'reject_always'];

type Use = { title: string; tool: string; call: string; given?: string; places?: string[] };

async function ask(
  { client, work, settled, ending, alerts, complain }: Attempt,
  use: Use,
): Promise<Wanted | 'cancelled'> {
  const { id: run, fence } = work.claim.run;
  const request = await client.run.useTool({ id: run, fence, ...use }).then(
    () => null,
    (error: unknown) => error,
  );
  if (request === null) return allowing;
  if (!(request instanceof HeldForApproval)) {
    if (!(request instanceof CoactError)) throw request;
    if (request.code === 'stale_fence') return 'cancelled';
    complain(`${use.title} was not permitted: ${request.message}`);
    return rejecting;
  }
  const { id } = request.request;
  settled.add(id);
  for (;;) {
    if (ending.aborted) {
      await client.request.withdraw({ id, reason: 'The run has ended.' }).catch(() => {});
      return 'cancelled';
    }
    const { state } = await client.request.get({ id });
    if (state !== 'open') return state === 'answered' ? allowing : rejecting;
    await alerts.next(2_000, ending);
  }
}

/** What the tool is given and where it reaches, as the approver reads it: whole, or said to be cut. */
function describe({ toolCallId, rawInput, locations }: ToolCallUpdate): Pick<Use, 'call' | 'given' | 'places'> {
  const given = rawInput === undefined || rawInput === null ? '' : textOf(rawInput);
  const places = (locations ?? []).map(({ path, line }) => oneLine(line ? `${path}:${line}` : path, 1_000));
  return {
    call: toolCallId.slice(0, 200),
    ...(given !== '' && {
      given: given.length > LONGEST ? `${given.slice(0, LONGEST)}\n… cut here: it goes on` : given,
    }),
    ...(places.length > 0 && { places: places.slice(0, 200) }),
  };
}

/** Characters: more than this nobody judges in an inbox. */
const LONGEST = 9_000;

const textOf = (input: unknown) => (typeof input === 'string' ? input : JSON.stringify(input, null, 1));
const oneLine = (text: string, longest: number) => text.replaceAll(/\s+/g, ' ').trim().slice(0, longest) || 'A tool';

function choose(options: readonly PermissionOption[], wanted: Wanted): RequestPermissionResponse {
  const chosen = wanted.map((kind) => options.find((option) => option.kind === kind)).find(Boolean);
  return { outcome: chosen ? { outcome: 'selected', optionId: chosen.optionId } : { outcome: 'cancelled' } };
}
