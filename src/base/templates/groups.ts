/** Rows that are laid out together: skipping whole groups outside the view is cheap, single rows are not. */
export const GROUP_SIZE = 50;

/** Cuts a long list into groups, each of which the browser may leave out while it is outside the view. */
export function groupsOf<T>(rows: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < rows.length; start += GROUP_SIZE) {
    groups.push(rows.slice(start, start + GROUP_SIZE));
  }
  return groups;
}
