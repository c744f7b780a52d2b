import { z } from 'zod';
import { hasPasskeys } from '../../store/passkeys.ts';
import { listProviders } from '../../store/providers.ts';
import { query } from '../define.ts';
import { exampleProvider } from '../provider/fields.ts';
import { id } from '../resources/basics.ts';

export default query({
  name: 'sign_in.methods',
  summary: 'Tell how people sign in here, before they have.',
  http: 'GET /v1/sign-in',
  open: true,
  input: z.object({}),
  output: z.object({
    password: z.boolean(),
    passkeys: z.boolean().describe('Whether anybody has one.'),
    providers: z.array(z.object({ id, name: z.string() })).describe('Each begins at `/sign-in/{id}`.'),
  }),
  needs: { action: 'sign_in.read' },
  refuses: [],
  example: {
    input: {},
    output: {
      password: true,
      passkeys: false,
      providers: [{ id: exampleProvider.id, name: exampleProvider.name }],
    },
  },

  async handle({ connection }) {
    const [providers, passkeys] = await Promise.all([listProviders(connection), hasPasskeys(connection)]);
    return { password: true, passkeys, providers: providers.map(({ id: own, name }) => ({ id: own, name })) };
  },
});
