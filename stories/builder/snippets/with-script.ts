/* Snippets whose script draws the element: as a tag, as a placeholder, in an application. */
import { npmParts } from '../install.js';
import { elementText } from '../markup.js';
import { policyText } from '../policy.js';
import type { AttributePair, Note, Situation, Written } from '../types.js';
import { fetched, library, scriptPolicy, spaceParts } from './library.js';

/** A script tag, and the element. */
export function asScript(situation: Situation): Written {
  const { tag, pairs, inside } = situation;
  const code = `${library(situation)}\n\n${elementText(tag, pairs, inside)}`;
  return {
    parts: [{ kind: 'html', code }, ...spaceParts(situation)],
    policy: scriptPolicy(situation),
  };
}

/** Writes the placeholder of an element, which editors leave alone. */
export function placeholderText({ element, pairs, inside }: Situation): string {
  // The content has the same language.
  const data = pairs.map(([name, value]): AttributePair => [
    name === 'lang' ? name : `data-${name}`,
    value,
  ]);
  return elementText('div', [['data-customs-widget', element.name], ...data], inside);
}

/** A script tag, and a placeholder. */
export function asPlaceholder(situation: Situation): Written {
  const { element } = situation;
  return {
    parts: [
      { kind: 'html', label: 'head', code: library(situation) },
      { kind: 'html', label: 'place', code: placeholderText(situation) },
      ...spaceParts(situation, `[data-customs-widget='${element.name}']`),
    ],
    policy: scriptPolicy(situation),
    notes: situation.json ? ['placeholderJson'] : [],
  };
}

/** The package, a module and the element. */
export function asNpm(situation: Situation): Written {
  const { tag, pairs, fallback, attributes, json } = situation;
  const data = fetched({ ...situation, folder: '' });
  const notes: readonly Note[] = json
    ? ['npmJson']
    : attributes['agency'] && !attributes['lang']
      ? ['npmLanguage']
      : [];
  // Imported data takes precedence over data that the attribute names.
  const own = pairs.filter(([name]) => name !== 'agency');
  return {
    parts: [
      ...npmParts(situation),
      { kind: 'html', label: 'place', code: elementText(tag, own, fallback) },
      ...spaceParts(situation),
    ],
    policy: policyText({ scripts: ['.'], data }),
    notes,
  };
}
