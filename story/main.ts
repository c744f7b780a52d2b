import { createNarrator } from './narrator.ts';
import { tellStory } from './tell-story.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const narrator = createNarrator((text) => process.stdout.write(text), process.stdout.isTTY && !process.env['NO_COLOR']);
const told = await tellStory({ narrator, signal: stopping.signal });
if (told.holds) narrator.end('The story holds.', true);
else {
  for (const line of told.complaints) narrator.tell(line);
  narrator.end(`The story does not hold. Not as told in ${told.step}: ${told.reason}`, false);
}
// A step that was left in the middle would go on waiting for a moment.
process.exit(told.holds ? 0 : 1);
