import { isPrefix } from '../elements.js';
import { warnOnce } from '../warnings.js';
import { SCRIPT_ADDRESS } from './script-address.js';

/** Reads the prefix from the address of the script: `customs-widgets.js?prefix=police`. */
export function wantedPrefix(): string {
  const prefix = new URL(SCRIPT_ADDRESS).searchParams.get('prefix') ?? 'customs';
  if (isPrefix(prefix)) return prefix;
  warnOnce(`?prefix=${prefix} is not accepted; use letters a to z, digits and hyphens.`);
  return 'customs';
}
