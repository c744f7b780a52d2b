import { z } from 'zod';
import { taskStates } from '../../domain/a2a/task-state.ts';
import { id, instant } from './basics.ts';

export const conversationMessage = z
  .object({
    id: z.string().describe('Its sender’s name for it; of a question, the id of the request.'),
    role: z.enum(['user', 'agent']).describe('`user`: whoever sent the work; `agent`: Coact.'),
    parts: z.array(z.looseObject({})).describe('As A2A writes them; a file is named by the SHA-256 of its content.'),
    metadata: z.record(z.string(), z.unknown()),
    at: instant,
  })
  .meta({ id: 'ConversationMessage', description: 'One message of the conversation about an item.' });

export const taskArtifact = z
  .object({
    id: z.string().describe('The SHA-256 of its content.'),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    text: z.string().nullable().describe('What it says, where it is text and short.'),
    verified: z.boolean().describe('Whether somebody else has accepted the delivery that it is a part of.'),
  })
  .meta({ id: 'TaskArtifact', description: 'What a delivery brought.' });

export const taskResource = z
  .object({
    id: id.describe('The id of the item.'),
    key: z.string(),
    title: z.string(),
    context: z.string().describe('The conversation that it belongs to.'),
    state: z.enum(taskStates),
    says: z.string().nullable().describe('What is needed, done or decided, in words.'),
    request: id.nullable().describe('The open question that the next message answers.'),
    progress: z.number().nullable(),
    at: instant.describe('When it last changed.'),
    messages: z.array(conversationMessage),
    artifacts: z.array(taskArtifact),
  })
  .meta({ id: 'Task', description: 'A work item as whoever sent it over A2A sees it.' });
export type TaskResource = z.output<typeof taskResource>;

export const pushResource = z
  .object({
    task: id,
    id: z.string(),
    url: z.string(),
    scheme: z.string().nullable().describe('How each notification signs in; its credentials are not shown again.'),
    createdAt: instant,
  })
  .meta({ id: 'TaskPush', description: 'Where somebody wants to be told of a task.' });
