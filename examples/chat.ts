/** One call of a language model, by any endpoint that speaks OpenAI's chat completions. */

export type Message =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string | null; tool_calls?: ToolCall[] }
  | { role: 'tool'; tool_call_id: string; content: string };
export type ToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } };
export type Tool = { name: string; description: string; parameters: object };
export type Spent = { model: string; inputTokens: number; outputTokens: number };
type Answer = {
  choices: { message: Extract<Message, { role: 'assistant' }> }[];
  usage?: { prompt_tokens: number; completion_tokens: number };
};

const { MODEL_BASE_URL: base = '', MODEL_NAME: model = '', MODEL_API_KEY: key } = process.env;

/** What the model says next, and what that took. */
export async function chat(
  messages: readonly Message[],
  tools: readonly Tool[],
  signal?: AbortSignal,
): Promise<{ message: Extract<Message, { role: 'assistant' }>; spent: Spent }> {
  if (!base || !model) throw new Error('Set MODEL_BASE_URL and MODEL_NAME, and MODEL_API_KEY where one is needed.');
  const response = await fetch(`${base.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model,
      messages,
      tools: tools.map((one) => ({ type: 'function', function: one })),
      tool_choice: 'required',
    }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(`The model answered with status ${response.status}: ${await response.text()}`);
  const { choices, usage }: Answer = await response.json();
  const message = choices[0]?.message;
  if (!message) throw new Error('The model said nothing.');
  const { prompt_tokens: inputTokens = 0, completion_tokens: outputTokens = 0 } = usage ?? {};
  return { message, spent: { model, inputTokens, outputTokens } };
}
