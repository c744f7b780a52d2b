import { abilitiesOf, abilitiesOn } from '../domain/abilities.ts';
import type { Actor } from '../domain/authority.ts';
import { type ItemWithPeople, itemFacts } from './item-facts.ts';

/** Imported when it is asked for: the registry itself lists the operations that ask. */
async function doors() {
  const { operations } = await import('./registry.ts');
  return operations
    .filter(({ internal }) => !internal)
    .map(({ name, kind, needs: { action } }) => ({ name, kind, action }));
}

/** What somebody may do with an item now. */
export const itemAbilities = async (actor: Actor, loaded: ItemWithPeople): Promise<string[]> =>
  abilitiesOn(await doors(), { actor, item: loaded.item, facts: itemFacts(loaded) });

/** What somebody may do at all. */
export const ownAbilities = async (actor: Actor): Promise<string[]> => abilitiesOf(await doors(), actor);
