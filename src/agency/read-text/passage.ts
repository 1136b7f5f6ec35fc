/** What a passage of a text is for an agency. */
export type Role = (typeof ROLES)[number];

/** The roles, in the order in which a person is asked for them. */
export const ROLES = [
  'name',
  'category',
  'status',
  'level',
  'summary',
  'overview',
  'preamble',
  'duty',
  'ranks',
  'link-group',
  'link',
  'url',
  'telephone',
  'address',
  'opening-hours',
  'source',
  'as-of',
  'unused',
] as const;

/**
 * A piece of a text and what it is. In the order of the document.
 *
 * A line break has a meaning in two roles. In a duty, the first line is the title if it is shorter
 * than the first sentence. In a source, the lines are title, publisher, day, address and note.
 */
export interface Passage {
  /** Identifies the passage in its list. */
  readonly id: string;
  /** The value: of a link its name, of `as-of` an ISO 8601 date. */
  readonly text: string;
  /** What the passage is for the agency. */
  readonly role: Role;
  /** The text that the value was taken out of. Absent when `text` is the source itself. */
  readonly from?: string;
  /** What the document prints before the value, for example 咨询电话. */
  readonly label?: string;
  /** Address of a link, also of one that is not used. */
  readonly address?: string;
}
