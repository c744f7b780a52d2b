import type { ContentBlock, PlanEntry, SessionUpdate } from '@agentclientprotocol/sdk';
import type { Attempt } from '../attempt.ts';

/** The agent's updates as live activities, progress and usage of the run; and what it says last, as its summary. */
export function hearUpdates({ work, output }: Attempt, plans: { hear: (entries: readonly PlanEntry[]) => void }) {
  let words = '';
  let line = '';

  function say(text: string): void {
    words += text;
    line += text;
    const lines = line.split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) output.add(one);
    work.echo(words.split('\n').findLast((one) => one.trim() !== '') ?? '');
  }
  /** What was said before a tool was used is not what is said last. */
  function turnToTool(title: string): void {
    flush();
    words = '';
    output.add(`> ${title}`);
    work.tell(title);
  }
  function flush(): void {
    if (line !== '') output.add(line);
    line = '';
  }
  return {
    hear(update: SessionUpdate) {
      switch (update.sessionUpdate) {
        case 'agent_message_chunk':
          return say(textOf(update.content));
        case 'tool_call':
          return turnToTool(update.title);
        case 'tool_call_update':
          if (update.status === 'failed') output.add(`> failed: ${update.title ?? update.toolCallId}`);
          return;
        case 'plan': {
          const done = update.entries.filter(({ status }) => status === 'completed').length;
          if (update.entries.length > 0) work.note({ progress: done / update.entries.length });
          return plans.hear(update.entries);
        }
        case 'usage_update':
          if (update.cost) work.note({ usage: { cost: update.cost.amount, currency: update.cost.currency } });
          return;
        default:
      }
    },
    begin() {
      flush();
      words = '';
    },
    lastWords() {
      flush();
      return words.trim();
    },
  };
}

const textOf = (content: ContentBlock) => (content.type === 'text' ? content.text : '');
