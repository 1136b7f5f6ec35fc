/* The language of the page, and what is written differently in each. */
import { recordStrings } from './strings-records.js';
import { strings } from './strings.js';

const LANGUAGES = ['zh-Hans', 'en'];
const STORED = 'customs-comments.language';
const sentences = { ...strings, ...recordStrings };

let current = storedLanguage() ?? preferredLanguage();

function storedLanguage() {
  try {
    return LANGUAGES.find((language) => language === localStorage.getItem(STORED));
  } catch {
    return undefined;
  }
}

function preferredLanguage() {
  for (const tag of navigator.languages) {
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hans';
}

/** BCP 47 tag of the language that the page is in. */
export const language = () => current;

/** Changes to the other language, and remembers it for the next visit. */
export function switchLanguage() {
  current = otherLanguage();
  try {
    localStorage.setItem(STORED, current);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** BCP 47 tag of the language that the switch leads to. */
export const otherLanguage = () => LANGUAGES.find((tag) => tag !== current);

/** Whether there is a sentence of that name; codes of a newer service may have none. */
export const hasSentence = (key) => Object.hasOwn(sentences, key);

/** A sentence in the language of the page, with its values filled in. */
export function sentence(key, values = {}) {
  return sentences[key][LANGUAGES.indexOf(current)].replace(/\{(\w+)\}/g, (_, name) =>
    String(values[name]),
  );
}

/** A code of the contract in words, or the code itself when this page does not know it. */
export const inWords = (group, code) =>
  hasSentence(`${group}.${code}`) ? sentence(`${group}.${code}`) : code;

/** A point in time as date and time of day, in the time zone of the moderator. */
export function formatTime(instant) {
  return new Intl.DateTimeFormat(current === 'en' ? 'en-GB' : current, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** How many characters a reader would count, which is what the limits of the contract count. */
export function countGraphemes(text) {
  if (!Intl.Segmenter) return [...text].length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count += 1;
  return count;
}
