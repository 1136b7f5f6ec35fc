/* Legal holds: who keeps a comment from being erased, since when, and why. */
import type { Kysely, Migration } from 'kysely';

export const holds: Migration = {
  async up(database: Kysely<unknown>) {
    for (const [name, type] of Object.entries({
      held_at: 'bigint',
      held_by: 'text',
      hold_reason: 'text',
    } as const)) {
      await database.schema.alterTable('comment').addColumn(name, type).execute();
    }
  },
};
