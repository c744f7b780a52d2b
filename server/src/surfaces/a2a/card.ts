import { A2A_PROTOCOL_VERSION, type AgentCard, type AgentSkill } from '@a2a-js/sdk';
import type { ServerFacts } from '../../operations/context.ts';

export type Skill = { key: string; name: string; description: string | null; tags: string[]; examples: string[] };

/** Where both bindings are: JSON-RPC at this very address, HTTP+JSON below it. */
export const A2A_PATH = '/a2a';

const general: AgentSkill = {
  id: 'work',
  name: 'Take on work',
  description:
    'A message becomes a work item of a team: somebody accepts it, people or agents do it, and somebody else verifies it before it counts as completed.',
  tags: ['work', 'coordination'],
  examples: ['Renew the certificate of example.com. It ends on Friday.'],
  inputModes: [],
  outputModes: [],
  securityRequirements: [],
};

/** The agent card: what Coact can be asked for here, and how. The skills are what teams take in, named by their keys. */
export function agentCard({ publicUrl, version }: ServerFacts, skills: readonly Skill[]): AgentCard {
  const url = `${publicUrl}${A2A_PATH}`;
  const at = (protocolBinding: string) => ({ url, protocolBinding, tenant: '', protocolVersion: A2A_PROTOCOL_VERSION });
  return {
    name: 'Coact',
    description:
      'Work management for people and agents: send work as a message, answer what is asked, and follow it until somebody has verified the result.',
    supportedInterfaces: [at('JSONRPC'), at('HTTP+JSON')],
    provider: undefined,
    version,
    documentationUrl: `${publicUrl}/openapi.json`,
    capabilities: { streaming: true, pushNotifications: true, extensions: [], extendedAgentCard: true },
    securitySchemes: {
      token: {
        scheme: {
          $case: 'httpAuthSecurityScheme',
          value: { description: 'A token of a participant of Coact.', scheme: 'bearer', bearerFormat: '' },
        },
      },
    },
    securityRequirements: [{ schemes: { token: { list: [] } } }],
    defaultInputModes: ['text/plain', 'application/json', 'application/octet-stream'],
    defaultOutputModes: ['text/plain', 'application/json', 'application/octet-stream'],
    skills: [general, ...skills.map(skillOf)],
    signatures: [],
  };
}

const skillOf = ({ key, name, description, tags, examples }: Skill): AgentSkill => ({
  ...general,
  id: key,
  name,
  description: `${description ?? `What ${name} does for others.`} Say \`"team": "${key}"\` in the metadata of the message.`,
  tags: tags.length > 0 ? tags : ['work'],
  examples,
});
