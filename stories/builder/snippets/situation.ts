/* Collects everything that a snippet is made from, and says what is missing for it. */
import { isOwnData, isPrefix, type Choices } from '../choices.js';
import { attributesToWrite } from '../elements.js';
import { fallbackText } from '../fallback.js';
import { jsonText } from '../markup.js';
import type { Facts, Missing, Situation, Widget } from '../types.js';

/** Address of the folder with a slash at its end. */
export const folderOf = ({ folder }: Pick<Choices, 'folder'>): string =>
  folder.trim().replace(/\/*$/, '/').replace(/^\/$/, './');

/** Writes what stands inside an element: the data, if it is there, and the fallback. */
export const insideText = (json: boolean, { agency, written }: Facts, fallback: string): string =>
  json && agency
    ? `<script type="application/json">\n${jsonText(written ?? agency)}\n</script>\n${fallback}`
    : fallback;

/** Collects what the snippet of one element is made from. */
export function situationOf(choices: Choices, facts: Facts, element: Widget): Situation {
  const pairs = attributesToWrite(element, choices);
  const attributes: Situation['attributes'] = Object.fromEntries(pairs);
  const lang = String(attributes['lang'] ?? facts.agency?.lang ?? 'zh-Hans');
  const prefix = isPrefix(choices.prefix) ? choices.prefix : 'customs';
  const json = element.agency && isOwnData(choices);
  const fallback = fallbackText(element.name, lang, facts.agency, attributes);
  const tag = `${prefix}-${element.name}`;
  const folder = folderOf(choices);
  return {
    choices,
    facts,
    element,
    pairs,
    attributes,
    lang,
    folder,
    prefix,
    json,
    fallback,
    inside: insideText(json, facts, fallback),
    tag,
  };
}

/** Names what comments lack. */
function missingComments({
  choices,
  element,
  attributes,
  fallback,
  lang,
}: Situation): Missing | undefined {
  if (!attributes['endpoint']) return 'endpoint';
  if (!attributes['site'] && (attributes['engine'] ?? 'http') === 'http') return 'site';
  if (choices.form === 'offline') return 'offlineComments';
  if (choices.form === 'frame' && !attributes['thread']) return 'thread';
  const reads = fallback !== fallbackText('comment-box', lang, undefined, {});
  const isHtml = choices.form === 'html' && !element.agency;
  return isHtml && (element.name === 'comment-count' || !reads) ? 'htmlComments' : undefined;
}

/** Names what is missing for a snippet. */
export function missing(situation: Situation): Missing | undefined {
  const { choices, facts, element, attributes, json } = situation;
  const { form, data } = choices;
  const hasSource = data !== 'src' || attributes['src'];
  if (json && !facts.agency) return data === 'editor' ? 'editor' : 'json';
  if (element.agency && !hasSource) return 'src';
  if (element.comments || attributes['endpoint']) {
    const lacking = missingComments(situation);
    if (lacking) return lacking;
  }
  if (element.agency && ['server', 'html'].includes(form) && !facts.agency) return 'unread';
  if (form === 'offline' && attributes['src']) return 'offlineSrc';
  if (form === 'frame' && json) return 'frameJson';
  return undefined;
}
