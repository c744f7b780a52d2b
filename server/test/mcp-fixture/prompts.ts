import {
  type GetPromptRequestParams,
  type GetPromptResult,
  type InputRequiredResult,
  type Prompt,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  acceptedContent,
  inputRequired,
} from '@modelcontextprotocol/server';
import { PIXEL } from './bytes.ts';

const argument = (name: string) => ({ name, description: `The argument ${name}.`, required: true });

export const prompts: Prompt[] = [
  { name: 'test_simple_prompt', description: 'A text.' },
  { name: 'test_prompt_with_arguments', description: 'A text.', arguments: [argument('arg1'), argument('arg2')] },
  { name: 'test_prompt_with_embedded_resource', description: 'A resource.', arguments: [argument('resourceUri')] },
  { name: 'test_prompt_with_image', description: 'A picture.' },
  { name: 'test_input_required_result_prompt', description: 'A text that somebody has to give.' },
];

type Said = GetPromptResult['messages'][number]['content'];
const messages = (...contents: Said[]): GetPromptResult => ({
  messages: contents.map((content) => ({ role: 'user', content })),
});
const text = (words: string): Said => ({ type: 'text', text: words });

export async function getPrompt(
  { name, arguments: given = {} }: GetPromptRequestParams,
  context: ServerContext,
): Promise<GetPromptResult | InputRequiredResult> {
  if (name === 'test_simple_prompt') return messages(text('This is a simple prompt for testing.'));
  if (name === 'test_prompt_with_arguments')
    return messages(text(`Prompt with arguments: arg1='${given['arg1']}', arg2='${given['arg2']}'`));
  if (name === 'test_prompt_with_embedded_resource') {
    const words = 'Embedded resource content for testing.';
    const resource = { uri: given['resourceUri'] ?? '', mimeType: 'text/plain', text: words };
    return messages({ type: 'resource', resource }, text('Please process the embedded resource above.'));
  }
  if (name === 'test_prompt_with_image')
    return messages({ type: 'image', data: PIXEL, mimeType: 'image/png' }, text('Please analyze the image above.'));
  if (name === 'test_input_required_result_prompt') return withContext(context);
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no prompt ${name}.`);
}

function withContext({ mcpReq }: ServerContext): GetPromptResult | InputRequiredResult {
  const given = acceptedContent(mcpReq.inputResponses, 'user_context');
  if (given) return messages(text(`In the context of ${String(given['context'])}.`));
  const requestedSchema = {
    type: 'object' as const,
    properties: { context: { type: 'string' as const } },
    required: ['context'],
  };
  const asked = inputRequired.elicit({ message: 'What context should the prompt use?', requestedSchema });
  return inputRequired({ inputRequests: { user_context: asked } });
}
