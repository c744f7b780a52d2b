import { ProtocolError, ProtocolErrorCode, type ServerNotifier } from '@modelcontextprotocol/server';
import type { Catalogue } from '../../src/surfaces/mcp/catalogue.ts';
import { askingTools } from './asking-tools.ts';
import { contentTools } from './content-tools.ts';
import { getPrompt, prompts } from './prompts.ts';
import { readResource, resourceTemplates, resources } from './resources.ts';
import { sealedState } from './sealed-state.ts';
import { streamingTools } from './streaming-tools.ts';
import type { FixtureTool } from './tool.ts';

const listChanged = { listChanged: true };

/** Tools, resources and prompts by the names that the protocol's conformance suite calls. None of it is part of Coact. */
export function fixtureCatalogue(notifier: () => ServerNotifier): Catalogue {
  const tools: Record<string, FixtureTool> = { ...contentTools, ...askingTools, ...streamingTools(notifier) };
  return {
    tools: Object.entries(tools).map(([name, { description, inputSchema }]) => ({
      name,
      description,
      inputSchema: inputSchema ?? { type: 'object', properties: {} },
    })),
    async callTool({ name, arguments: input = {}, _meta }, context) {
      const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
      if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${name}.`);
      return tool.call(input, context, _meta);
    },
    resources,
    resourceTemplates,
    readResource,
    prompts,
    getPrompt,
    complete: async ({ argument }) => ['paris', 'park', 'party'].filter((one) => one.startsWith(argument.value)),
    options: {
      capabilities: {
        tools: listChanged,
        prompts: listChanged,
        resources: { ...listChanged, subscribe: true },
        logging: {},
      },
      requestState: { verify: (state, context) => sealedState.verify(state, context) },
    },
  };
}
