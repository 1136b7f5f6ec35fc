/* What becomes of a text when its author says what it is: a value is taken out of it, or put back. */
import { dayOf } from '../../src/agency/read-text/days.js';
import type { Passage, Role } from '../../src/agency/read-text/read-text.js';

/** An address at the end of a line of a link. */
const ADDRESS = /\s*((?:https?:\/\/|mailto:|tel:|www\.)\S+)\s*$/i;

/** What a document prints before a value: 联系电话：, Address: */
const LABEL = /^([^：:\n]{1,16})[：:](?!\/\/)\s*(?=\S)/;

/** Fields whose values often stand behind a label. */
const LABELLED: readonly Role[] = [
  'category',
  'status',
  'level',
  'url',
  'telephone',
  'address',
  'opening-hours',
];

/** Takes the address out of a text such as `海关总署 http://www.customs.gov.cn/`. */
function withAddress(passage: Passage): Passage {
  const [found, address] = ADDRESS.exec(passage.text) ?? [];
  if (passage.address || !found || !address) return passage;
  const text = passage.text.slice(0, -found.length).replace(/[\s:：]+$/, '');
  return { ...passage, text, address: /^www\./i.test(address) ? `http://${address}` : address };
}

/** Takes a value out of its text, which stays beside it. */
function withValue(passage: Passage, text: string, label?: string): Passage {
  if (text === passage.text) return passage;
  return { ...passage, text, from: passage.from ?? passage.text, label: label ?? '' };
}

/** Puts the text back that a value was taken out of. */
function withText(passage: Passage): Passage {
  const { from, label, ...plain } = passage;
  return from === undefined || label === undefined ? passage : { ...plain, text: from };
}

/** Makes a passage what its author says it is. */
export function as(role: Role, passage: Passage): Passage {
  const changed = { ...passage, role };
  if (role === 'link') return withAddress(withText(changed));
  if (role === 'as-of') return withValue(changed, dayOf(passage.text) ?? passage.text);
  if (!LABELLED.includes(role)) return withText(changed);
  const [found = '', label] = LABEL.exec(passage.text) ?? [];
  return withValue(changed, passage.text.slice(found.length), label);
}
