import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  type InputRequests,
  MissingRequiredClientCapabilityError,
  type ServerContext,
  acceptedContent,
  inputRequired,
  inputResponse,
} from '@modelcontextprotocol/server';
import { asksOlderClients } from './asks-older-clients.ts';
import { sealedState } from './sealed-state.ts';
import { type FixtureTool, said } from './tool.ts';

type Field = { type: 'string' } | { type: 'boolean' };
const ask = (message: string, field: string, kind: Field = { type: 'string' }) =>
  inputRequired.elicit({
    message,
    requestedSchema: { type: 'object', properties: { [field]: kind }, required: [field] },
  });
const sample = (text: string, maxTokens: number) =>
  inputRequired.createMessage({ messages: [{ role: 'user', content: { type: 'text', text } }], maxTokens });

const answered = ({ mcpReq }: ServerContext, key: string) => inputResponse(mcpReq.inputResponses, key);
const content = ({ mcpReq }: ServerContext, key: string) => acceptedContent(mcpReq.inputResponses, key);
type Envelope = { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities };
const envelopeOf = (request: { envelope?: Envelope }): Envelope => request.envelope ?? {};
const capabilities = ({ mcpReq }: ServerContext): ClientCapabilities =>
  envelopeOf(mcpReq)[CLIENT_CAPABILITIES_META_KEY] ?? {};

const needs = (inputRequests: InputRequests): InputRequiredResult => inputRequired({ inputRequests });
const needsWithState = async (inputRequests: InputRequests, state: { step: number; name?: string }) =>
  inputRequired({ inputRequests, requestState: await sealedState.mint(state) });

const confirmed: FixtureTool['call'] = async (_input, context) =>
  content(context, 'confirm') && context.mcpReq.requestState()
    ? said('state-ok')
    : needsWithState({ confirm: ask('Please confirm', 'ok', { type: 'boolean' }) }, { step: 1 });

const inSteps: FixtureTool['call'] = async (_input, context) => {
  const state = context.mcpReq.requestState<{ step: number; name?: string }>();
  const name = content(context, 'step1')?.['name'];
  const color = content(context, 'step2')?.['color'];
  if (state?.step === 2 && typeof color === 'string') return said(`${state.name} likes ${color}.`);
  if (state?.step === 1 && typeof name === 'string')
    return needsWithState({ step2: ask('Step 2: What is your favorite color?', 'color') }, { step: 2, name });
  return needsWithState({ step1: ask('Step 1: What is your name?', 'name') }, { step: 1 });
};

const allAtOnce: FixtureTool['call'] = async (_input, context) => {
  const keys = ['user_name', 'greeting', 'client_roots'] as const;
  if (keys.every((key) => answered(context, key).kind !== 'missing')) return said('All three were answered.');
  const [userName, greeting, roots] = [
    ask('What is your name?', 'name'),
    sample('Generate a greeting', 50),
    inputRequired.listRoots(),
  ];
  return needsWithState({ user_name: userName, greeting, client_roots: roots }, { step: 1 });
};

/** Tools that cannot answer before their client has: in one round or more, with state or without. */
export const askingTools: Record<string, FixtureTool> = {
  ...asksOlderClients,
  test_input_required_result_elicitation: {
    description: 'Asks for a name.',
    call: (_input, context) => {
      const name = content(context, 'user_name')?.['name'];
      return typeof name === 'string'
        ? said(`Hello, ${name}!`)
        : needs({ user_name: ask('What is your name?', 'name') });
    },
  },
  test_input_required_result_sampling: {
    description: 'Asks the client’s model.',
    call: (_input, context) => {
      const answer = answered(context, 'capital_question');
      if (answer.kind === 'sampling') return said(JSON.stringify(answer.result.content));
      return needs({ capital_question: sample('What is the capital of France?', 100) });
    },
  },
  test_input_required_result_list_roots: {
    description: 'Asks for the client’s roots.',
    call: (_input, context) => {
      const answer = answered(context, 'client_roots');
      if (answer.kind === 'roots') return said(answer.roots.map(({ uri }) => uri).join(' '));
      return needs({ client_roots: inputRequired.listRoots() });
    },
  },
  test_input_required_result_request_state: { description: 'Asks for a word of consent.', call: confirmed },
  test_input_required_result_tampered_state: { description: 'Asks for a word of consent, too.', call: confirmed },
  test_input_required_result_multiple_inputs: { description: 'Asks three things at once.', call: allAtOnce },
  test_input_required_result_multi_round: { description: 'Asks twice.', call: inSteps },
  test_input_required_result_capabilities: {
    description: 'Asks only what the client can answer.',
    call: (_input, context) => {
      const { elicitation, sampling } = capabilities(context);
      return needs({
        ...(elicitation && { user_name: ask('What is your name?', 'name') }),
        ...(sampling && { greeting: sample('Generate a greeting', 50) }),
      });
    },
  },
  test_missing_capability: {
    description: 'Works only with a client that has a model.',
    call: (_input, context) => {
      if (!capabilities(context).sampling)
        throw new MissingRequiredClientCapabilityError({ requiredCapabilities: { sampling: {} } });
      return said('The client has a model.');
    },
  },
};
