import type {
  PermissionOption,
  PermissionOptionKind,
  RequestPermissionRequest,
  RequestPermissionResponse,
} from '@agentclientprotocol/sdk';
import type { Attempt } from '../attempt.ts';

/**
 * What an agent may not do without permission is held: a proposal whose acceptance tells the run that it may. The agent waits,
 * with its lease kept. It never gets leave for more than this once; whatever ends the run meanwhile cancels the question.
 */
export async function askPermission(
  attempt: Attempt,
  { toolCall, options }: RequestPermissionRequest,
): Promise<RequestPermissionResponse> {
  const { client, work, settings, settled, ending, alerts } = attempt;
  const kind = toolCall.kind ?? 'other';
  if (settings.permit.includes(kind)) return choose(options, ['allow_once', 'allow_always']);
  const act = (toolCall.title ?? kind).replaceAll(/\s+/g, ' ').slice(0, 500);
  const leave = `You may, this once: ${act}`;
  work.tell(`Waits for permission: ${act}`);
  const { id } = await client.request.create({
    kind: 'proposal',
    item: work.claim.item.id,
    blocking: true,
    text: `Asks for permission (${kind}): ${act}${details(toolCall.rawInput)}`,
    operations: [{ operation: 'run.message', input: { id: work.claim.run.id, text: leave } }],
  });
  settled.add(id).add(leave);
  for (;;) {
    const { state } = await client.request.get({ id });
    if (state === 'answered') return choose(options, ['allow_once', 'allow_always']);
    if (state !== 'open') return choose(options, ['reject_once', 'reject_always']);
    if (ending.aborted) {
      await client.request.withdraw({ id, reason: 'The run has ended.' }).catch(() => {});
      return { outcome: { outcome: 'cancelled' } };
    }
    await alerts.next(2_000, ending);
  }
}

function choose(
  options: readonly PermissionOption[],
  wanted: readonly PermissionOptionKind[],
): RequestPermissionResponse {
  const chosen = wanted.map((kind) => options.find((option) => option.kind === kind)).find(Boolean);
  return { outcome: chosen ? { outcome: 'selected', optionId: chosen.optionId } : { outcome: 'cancelled' } };
}

const details = (input: unknown) => (input === undefined ? '' : `\n${JSON.stringify(input, null, 1).slice(0, 5_000)}`);
