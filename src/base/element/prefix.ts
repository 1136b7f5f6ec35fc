/** Whether a name of a custom element can begin so: `police`, `customs-v2`. */
export const isPrefix = (prefix: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);
