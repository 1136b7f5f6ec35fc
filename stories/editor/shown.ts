/* Which passages are shown together: those that move past each other. */
import type { Role } from '../../src/agency/read-text/read-text.js';
import { find, type Passages } from './passages.js';
import type { View } from './view.js';

/** Fields of which there is one. By field, each is a field of a form. */
export const FORM_ROLES: readonly Role[] = [
  'name',
  'category',
  'status',
  'level',
  'summary',
  'url',
  'telephone',
  'address',
  'opening-hours',
  'ranks',
];

/** Fields of which there may be many. By field, each is a list. */
export const LIST_ROLES: readonly Role[] = ['overview', 'preamble', 'duty', 'link'];

/** Passages in the list of a field. Links stand among the headings of their groups. */
export const ofField = (passages: Passages, role: Role): Passages =>
  passages.filter((one) => one.role === role || (role === 'link' && one.role === 'link-group'));

/** Finds the passages that are shown together with one of them. */
export function shownWith(passages: Passages, id: string, order: View['order']): Passages {
  const role = find(passages, id)?.role ?? 'unused';
  if (role === 'unused') return passages;
  if (order === 'text') return passages.filter((one) => one.role !== 'unused');
  return ofField(passages, role === 'link-group' ? 'link' : role);
}
