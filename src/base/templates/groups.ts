/** Rows in a group. Browsers skip whole groups outside the view cheaply, but not single rows. */
export const GROUP_SIZE = 50;

/** Splits a long list into groups. Browsers may skip those outside the view. */
export function groupsOf<T>(rows: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < rows.length; start += GROUP_SIZE) {
    groups.push(rows.slice(start, start + GROUP_SIZE));
  }
  return groups;
}
