import { isPrefix } from '../elements.js';
import { warnOnce } from '../warnings.js';

/** Reads the prefix from the address of the script: `customs-widgets.js?prefix=police`. */
export function wantedPrefix(): string {
  const prefix = new URL(import.meta.url).searchParams.get('prefix') ?? 'customs';
  if (isPrefix(prefix)) return prefix;
  warnOnce(`?prefix=${prefix} is not accepted; use letters a to z, digits and hyphens.`);
  return 'customs';
}
