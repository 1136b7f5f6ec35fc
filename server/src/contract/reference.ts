import { type Static, type TSchema, Type } from 'typebox';

/** Points to a schema that is registered once under its `$id`, so that the document names it once. */
export const reference = <T extends TSchema & { $id?: string }>(schema: T) =>
  Type.Unsafe<Static<T>>({ $ref: `${schema.$id}#` });
