import type { ElicitRequestFormParams, ServerContext } from '@modelcontextprotocol/server';
import { type FixtureTool, said } from './tool.ts';

/** There is no other stream to ask on: a session of the fixture is the POST that is being answered. */
const onThisStream = ({ mcpReq }: ServerContext) => ({ relatedRequestId: mcpReq.id });

const form = async (context: ServerContext, params: ElicitRequestFormParams) => {
  const { action, content } = await context.mcpReq.elicitInput(params, onThisStream(context));
  return `action=${action}, content=${JSON.stringify(content ?? {})}`;
};
const text = { type: 'string' as const };
const titled = (word: string) =>
  ['First', 'Second', 'Third'].map((order, i) => ({ const: `value${i + 1}`, title: `${order} ${word}` }));
const options = ['option1', 'option2', 'option3'];

/** Tools that ask the client in the middle of a call, as it was before revision 2026-07-28. */
export const asksOlderClients: Record<string, FixtureTool> = {
  test_sampling: {
    description: 'Asks the client’s model.',
    inputSchema: { type: 'object', properties: { prompt: text }, required: ['prompt'] },
    call: async ({ prompt }, context) => {
      const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: String(prompt) } }];
      const { content } = await context.mcpReq.requestSampling({ messages, maxTokens: 100 }, onThisStream(context));
      return said(`LLM response: ${JSON.stringify(content)}`);
    },
  },
  test_elicitation: {
    description: 'Asks the client’s user for a name and an address.',
    inputSchema: { type: 'object', properties: { message: text }, required: ['message'] },
    call: async ({ message }, context) => {
      const properties = {
        username: { ...text, description: "User's response" },
        email: { ...text, description: "User's email address" },
      };
      const requestedSchema = { type: 'object' as const, properties, required: ['username', 'email'] };
      return said(`User response: ${await form(context, { message: String(message), requestedSchema })}`);
    },
  },
  test_elicitation_sep1034_defaults: {
    description: 'Asks with a default for each kind of field.',
    call: async (_input, context) => {
      const properties = {
        name: { ...text, default: 'John Doe' },
        age: { type: 'integer' as const, default: 30 },
        score: { type: 'number' as const, default: 95.5 },
        status: { ...text, enum: ['active', 'inactive', 'pending'], default: 'active' },
        verified: { type: 'boolean' as const, default: true },
      };
      const params = { message: 'Who are you?', requestedSchema: { type: 'object' as const, properties } };
      return said(`Elicitation completed: ${await form(context, params)}`);
    },
  },
  test_elicitation_sep1330_enums: {
    description: 'Asks with each form of a choice.',
    call: async (_input, context) => {
      const properties = {
        untitledSingle: { ...text, enum: options },
        titledSingle: { ...text, oneOf: titled('Option') },
        legacyEnum: {
          ...text,
          enum: ['opt1', 'opt2', 'opt3'],
          enumNames: ['Option One', 'Option Two', 'Option Three'],
        },
        untitledMulti: { type: 'array' as const, items: { ...text, enum: options } },
        titledMulti: { type: 'array' as const, items: { anyOf: titled('Choice') } },
      };
      const params = { message: 'Choose.', requestedSchema: { type: 'object' as const, properties } };
      return said(`Elicitation completed: ${await form(context, params)}`);
    },
  },
};
