import type { ImportPerson } from './backlog-format.ts';

const addressed = /^[^\s@<>]+@[^\s@<>]+$/;
/** What agents of the common makers sign with. */
const products = new Set(
  (
    'aider amp antigravity assistant augment chatgpt claude cline codeium codex copilot crush cursor deepseek devin droid ' +
    'factory gemini goose gpt grok jules junie kilocode kimi kiro llama mistral opencode openhands qwen replit roo windsurf zed'
  ).split(' '),
);
/** Words that come with a product's name, as in "Claude Code" or "GitHub Copilot Agent". */
const companions = new Set(
  'agent ai auto bot cli code flash github haiku mini opus preview pro sonnet swe turbo'.split(' '),
);
const signs = new Set(['agent', 'agents', 'ai', 'bot']);
/** The standing roles of a Gas Town rig, which beads names without a path. Its `overseer` is the human. */
const roles = new Set('boot crew deacon dog mayor polecat refinery witness'.split(' '));

/**
 * Whether a name in a backlog is a human's or an agent's. Sources do not say, so it is guessed, in this order:
 * 1. an e-mail address is a human's, unless its user is a bot (`…[bot]@`);
 * 2. a path (`beads/polecats/quartz`) and a bare role of the same scheme (`mayor`) are agents;
 * 3. a handle with a part `agent`, `bot` or `ai`, or that starts with a product's name (`gpt-5`, `claude-review`), is an agent;
 * 4. a name in several words is an agent's only when every word belongs to a product: "Claude Code" is, "Claude Monet" is not;
 * 5. everyone else is a human. A wrong guess here is the harmless one: a human gets no work by itself and no budget.
 */
export function personKind(name: string): ImportPerson['kind'] {
  if (addressed.test(name)) return /\[bot\]/i.test(name) ? 'agent' : 'human';
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (name.includes('/') || roles.has(name.toLowerCase())) return 'agent';
  if (/\s/.test(name.trim())) return isProduct(parts) ? 'agent' : 'human';
  return parts.some((part) => signs.has(part)) || products.has(wordOf(parts[0])) ? 'agent' : 'human';
}

/** `gpt5` and `gpt` are the same word. */
const wordOf = (part = '') => part.replace(/\d+$/, '');

const belongs = (part: string) => products.has(wordOf(part)) || companions.has(part) || /^\d+$/.test(part);

function isProduct(parts: readonly string[]): boolean {
  return parts.some((part) => products.has(wordOf(part)) || signs.has(part)) && parts.every(belongs);
}
