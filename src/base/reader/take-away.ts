/* Code for copies, files and prints. It loads when a reader first touches the element. */
export { toCsv, toJson, toText } from '../../agency/export/duty-files.js';
export { toVCard } from '../../agency/export/vcard.js';
export { copyFrom, downloadFrom, printElement } from './actions.js';
