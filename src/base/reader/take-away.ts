/* What a reader takes away from an element: copies, files, prints. It comes when somebody touches the element. */
export { toCsv, toJson, toText } from '../../agency/export/duty-files.js';
export { toVCard } from '../../agency/export/vcard.js';
export { copyFrom, downloadFrom, printElement } from './actions.js';
