import { setTimeout as wait } from 'node:timers/promises';
import { type ServerNotifier, inputRequired } from '@modelcontextprotocol/server';
import { type FixtureTool, said } from './tool.ts';

const MOMENT = 50;

const withProgress: FixtureTool['call'] = async (_input, { mcpReq }, meta) => {
  const progressToken = meta?.progressToken;
  for (const progress of [0, 50, 100]) {
    if (progressToken !== undefined)
      await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
    await wait(MOMENT);
  }
  return said('Done in three steps.');
};

const withLog: FixtureTool['call'] = async (_input, { mcpReq }) => {
  for (const line of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
    await mcpReq.log('info', line);
    await wait(MOMENT);
  }
  return said('Done, and logged.');
};

/** Tools that say something before they answer, or make the server say that a list has changed. */
export const streamingTools = (notifier: () => ServerNotifier): Record<string, FixtureTool> => ({
  test_tool_with_progress: { description: 'Tells how far it is.', call: withProgress },
  test_tool_with_logging: { description: 'Logs what it does.', call: withLog },
  test_logging_tool: { description: 'Logs what it does, where it is asked to.', call: withLog },
  test_streaming_elicitation: {
    description: 'Asks for a name.',
    call: () => {
      const requestedSchema = { type: 'object' as const, properties: { name: { type: 'string' as const } } };
      return inputRequired({
        inputRequests: { name: inputRequired.elicit({ message: 'Your name?', requestedSchema }) },
      });
    },
  },
  test_trigger_tool_change: {
    description: 'Says that the tools have changed.',
    call: () => {
      notifier().toolsChanged();
      return said('Told.');
    },
  },
  test_trigger_prompt_change: {
    description: 'Says that the prompts have changed.',
    call: () => {
      notifier().promptsChanged();
      return said('Told.');
    },
  },
});
