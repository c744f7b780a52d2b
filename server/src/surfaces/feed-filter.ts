import { refuse } from '../domain/refusals.ts';
import { sightOf } from '../domain/sight.ts';
import type { Feed, FeedFilter } from '../operations/feed-type.ts';
import type { Connection, Database } from '../store/database.ts';
import { findItem } from '../store/items.ts';
import { findParticipant } from '../store/people.ts';
import { findTeam } from '../store/teams.ts';

/** Makes `Feed.resolve`: ids, keys and names of a filter into ids. */
export const createFilterResolver =
  (database: Database): Feed['resolve'] =>
  async (workspace, reader, filter) => {
    const resolveIn = async (connection: Connection) => {
      const { item, team, participant } = filter;
      const found: FeedFilter = {};
      if (item !== undefined) {
        const one = await findItem(connection, item);
        if (!one) return refuse('unknown_reference', { field: 'item', item });
        found.item = one.id;
      }
      if (team !== undefined) {
        const one = await findTeam(connection, team);
        if (!one) return refuse('unknown_reference', { field: 'team', team });
        found.team = one.id;
      }
      if (participant !== undefined) {
        const one = await findParticipant(connection, participant === 'me' ? reader.id : participant);
        if (!one) return refuse('unknown_reference', { field: 'participant', participant });
        found.participant = one.id;
      }
      return found;
    };
    return database.within(workspace, (connection) => connection.seeing(sightOf(reader), () => resolveIn(connection)));
  };
