/* Names of staff, as the audit shows them. */

export const LONGEST_NAME = 64;

/** Names under which the audit has others than staff. */
const RESERVED = new Set(['citizen', 'operator', 'service']);

/** Whether a member of staff may have this name. */
export const isStaffName = (name: string): boolean => !RESERVED.has(name);
