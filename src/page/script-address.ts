/*
 * The address beside which the other files lie: data, strings, parts, the page doctor. In script
 * files, the build puts it in place of every `import.meta.url`, because a file that a loader runs as
 * text, or that was joined with others, has no address of its own.
 */
import { absolute } from './absolute.js';
import { SCRIPT_NAME } from './script-name.js';

/** Address of this file under its own name: `https://site/widgets/duty-list-1.2.0.classic.js?v=2`. */
const OWN = new RegExp(`^[^:]+://[^?#]+/${SCRIPT_NAME}(-\\d[^/]*)?(\\.classic)?\\.js([?#]|$)`);

/** Address of this script; `''` for text that was run. The build finds that of a classic script. */
const LOADED = import.meta.url;

/** `<meta name="customs-widgets" content="/customs-widgets/?prefix=police">`, not where readers post. */
const named = document.querySelector<HTMLMetaElement>('head > meta[name=customs-widgets]')?.content;
const folder = named && absolute(named.replace(/\/?(\?|$)/, '/$1'));

const tags = document.querySelectorAll<HTMLScriptElement & HTMLLinkElement>(
  'script[src], link[rel*=preload]',
);
const known = [LOADED, ...[...tags].map(({ src, href }) => src || href)].find((address) =>
  OWN.test(address),
);

if (folder && known) folder.search ||= new URL(known).search;

/** True if nothing says where the other files are. */
export const IS_GUESS = !folder && !known;

/** The address, with the settings of the script in its query. */
export const SCRIPT_ADDRESS =
  // A `blob:` or `data:` address has no folder.
  (folder || absolute(known ?? (/^[^:]+:\/\//.test(LOADED) ? LOADED : '.')))?.href ?? 'file:///';
