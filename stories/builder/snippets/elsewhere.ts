/* Snippets for pages without a network, and for pages that allow no script. */
import { brandParameters } from '../brand/colours.js';
import { attributesText, elementText } from '../markup.js';
import { isForeign, policyText } from '../policy.js';
import type { Note, Situation, Written } from '../types.js';
import { library, scriptTag } from './library.js';

/** Data packs and a classic script. No `integrity`, because a `file:` page has no origin to check. */
export function asOffline(situation: Situation): Written {
  const { element, attributes, folder, facts, json, tag, pairs, inside } = situation;
  // A page without its own language uses Chinese. With one, either may be needed.
  const lang = String(attributes['lang'] ?? 'zh-Hans');
  const data = json || !element.agency ? [] : [`gacc/${lang}.js`];
  const packs = [...data, ...(lang === 'en' ? ['strings/en.js'] : [])];
  const plain = { folder, facts: { ...facts, files: {} } };
  const classic: Situation = {
    ...situation,
    ...plain,
    choices: { ...situation.choices, script: 'classic' },
  };
  const scripts = packs.map((file) => scriptTag(plain, file));
  const code = `${scripts.join('\n')}\n${library(classic)}\n\n${elementText(tag, pairs, inside)}`;
  return {
    parts: [{ kind: 'html', code: code.trimStart() }],
    policy: policyText({ scripts: [folder] }),
    notes: element.agency && !attributes['lang'] ? ['offlineLanguage'] : [],
  };
}

/** A frame with a page of the folder. */
export function asFrame(situation: Situation): Written {
  const { element, pairs, folder, facts, attributes, choices } = situation;
  const named = (framed: 'own' | undefined): readonly string[] =>
    element.attributes.filter((one) => one.framed === framed).map(({ name }) => name);
  // A frame shows content of its own site, so these are addresses there. It names no other site.
  const [addresses, refused] = [named('own'), named(undefined)];
  const colours = brandParameters(choices.brand, attributes['theme'] === 'dark' ? 'dark' : 'light');
  const query = [['widget', element.name] as const, ...pairs, ...colours]
    .filter(([name]) => !refused.includes(name))
    .map(([name, value]) => (value === true ? name : `${name}=${encodeURIComponent(value)}`))
    .join('&');
  const frame = attributesText([
    ['src', `${folder}frame.html?${query}`],
    ['title', [facts.agency?.name, element.name].filter(Boolean).join(' · ')],
    ['width', '100%'],
    ['height', '600'],
    ['loading', 'lazy'],
  ]);
  const foreign = isForeign(folder);
  const host = foreign ? '\n<script defer src="frame-host.js"></script>' : '';
  const isGiven = (name: string): boolean => Boolean(attributes[name]);
  const notes: readonly Note[] = [
    foreign ? 'frameHost' : 'frameOwn',
    ...(refused.some(isGiven) ? (['frameDropped'] as const) : []),
    ...(addresses.some(isGiven) ? (['frameAddresses'] as const) : []),
  ];
  return {
    parts: [{ kind: 'html', code: `<iframe${frame}></iframe>${host}` }],
    policy: policyText({ frames: [folder], scripts: foreign ? ['frame-host.js'] : [] }),
    notes,
  };
}
