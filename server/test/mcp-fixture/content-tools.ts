import { PIXEL, SILENCE } from './bytes.ts';
import { type FixtureTool, said } from './tool.ts';

const image = { type: 'image' as const, data: PIXEL, mimeType: 'image/png' };
const resource = (uri: string, mimeType: string, text: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text },
});

const contact = ['phone', 'email'] as const;
const [phone, email] = contact.map((name) => ({ required: [name] }));
const wholeSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object' as const,
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: contact },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [phone, email] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: phone,
  else: email,
  additionalProperties: false,
};

/** Tools that answer at once with each kind of content. */
export const contentTools: Record<string, FixtureTool> = {
  test_simple_text: {
    description: 'Answers with a text.',
    call: () => said('This is a simple text response for testing.'),
  },
  test_image_content: { description: 'Answers with a picture.', call: () => ({ content: [image] }) },
  test_audio_content: {
    description: 'Answers with a sound.',
    call: () => ({ content: [{ type: 'audio', data: SILENCE, mimeType: 'audio/wav' }] }),
  },
  test_embedded_resource: {
    description: 'Answers with a resource.',
    call: () => ({
      content: [resource('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
    }),
  },
  test_multiple_content_types: {
    description: 'Answers with a text, a picture and a resource.',
    call: () => ({
      content: [
        { type: 'text', text: 'Multiple content types test:' },
        image,
        resource('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
      ],
    }),
  },
  json_schema_2020_12_tool: {
    description: 'Shows that a schema arrives whole.',
    inputSchema: wholeSchema,
    call: () => said('It arrived.'),
  },
  test_error_handling: {
    description: 'Answers that it failed.',
    call: () => ({ isError: true, ...said('This tool intentionally returns an error for testing') }),
  },
};
