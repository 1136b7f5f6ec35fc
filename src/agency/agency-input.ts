import type { AgencyData } from './data.js';

/**
 * A value as TypeScript reads it from a JSON file, or from a literal `as const`: a text may be any
 * text, a list may be frozen, and a member that may be absent may be `undefined`.
 */
type AsRead<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly AsRead<Item>[]
    : Value extends object
      ? {
          readonly [Name in keyof Value]:
            AsRead<Value[Name]> | (object extends Pick<Value, Name> ? undefined : never);
        }
      : Value;

/** An agency, as people may write it and programs import it. */
export interface AgencyInput extends AsRead<AgencyData> {}
