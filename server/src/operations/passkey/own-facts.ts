import type { Facts } from '../../domain/authority.ts';
import type { CommandContext } from '../context.ts';

/** What is done here concerns nobody but whoever does it. */
export const ownFacts = (_: unknown, { actor }: Pick<CommandContext, 'actor'>): Facts => ({ subject: actor.id });
