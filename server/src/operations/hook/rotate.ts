import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { mintSecret } from '../../domain/webhook/sign.ts';
import { sealHookSecret, updateHook } from '../../store/hooks.ts';
import { ifOpens } from '../../store/vault.ts';
import { command } from '../define.ts';
import { id, instant, iso } from '../resources/basics.ts';
import { exampleSecret, keepHours } from '../webhook/fields.ts';
import { exampleHook, secret } from './fields.ts';
import { requireHook } from './require-hook.ts';

export default command({
  name: 'hook.rotate',
  summary: 'Give an address a new secret; until the old one ends, either is taken.',
  http: 'POST /v1/hooks/{id}/rotate',
  input: z.object({ id, keepHours }),
  output: z.object({ id, secret, previousSecretUntil: instant, version: z.int() }),
  secrets: ['secret'],
  needs: { action: 'hook.manage' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleHook.id, keepHours: 24 },
    output: { id: exampleHook.id, secret: exampleSecret, previousSecretUntil: '2026-01-06T09:00:00.000Z', version: 2 },
  },

  async load({ connection }, { id: named }) {
    const hook = await requireHook(connection, named);
    return isRefusal(hook) ? hook : { hook };
  },

  decide({ connection, changes, now }, { hook }, { keepHours: hours }) {
    const previousUntil = now + hours * 3_600_000;
    const minted = mintSecret();
    const kept = { secret: sealHookSecret(connection, hook.id, minted), previousSecret: ifOpens(hook.secret) };
    const after = { ...hook, ...kept, previousUntil, updatedAt: now };
    changes.fact(
      { type: 'hook.secret_rotated', data: { id: hook.id, previousUntil: iso(previousUntil) } },
      { subject: hook.id },
      updateHook(connection, hook, after),
    );
    return { id: hook.id, secret: minted, previousSecretUntil: iso(previousUntil), version: hook.version + 1 };
  },
});
