/* The tag that loads the library, what it may load, and the space that its elements need. */
import { attributesText, withVersion } from '../markup.js';
import { policyText, type Needs } from '../policy.js';
import { spaceText } from '../space.js';
import type { Part, Situation } from '../types.js';

/**
 * Writes a `<script>` for a file of the folder, with its hash. A file with a hash has the version in
 * its name, so that an update of the folder leaves it as it is.
 */
export function scriptTag(
  { folder, facts }: Pick<Situation, 'folder' | 'facts'>,
  name: string,
  { type = 'classic', query = '' }: { type?: 'module' | 'classic'; query?: string } = {},
): string {
  const versioned = withVersion(name, facts.version);
  const integrity = facts.files[versioned]?.integrity;
  const file = integrity ? versioned : name;
  return `<script${attributesText([
    type === 'module' ? ['type', 'module'] : ['defer', true],
    ['src', folder + file + query],
    ['integrity', integrity],
    ['crossorigin', integrity !== undefined],
  ])}></script>`;
}

/** Writes the tag of one script file, with the version above it. */
export function libraryTag(
  situation: Pick<Situation, 'choices' | 'folder' | 'facts' | 'prefix'>,
  name: string,
  wanted: readonly (readonly [string, string])[] = [],
): string {
  const { choices, prefix, facts } = situation;
  const type = choices.script;
  const all = [...wanted, ...(prefix === 'customs' ? [] : [['prefix', prefix] as const])];
  const query = all.length
    ? `?${new URLSearchParams(all.map(([key, value]) => [key, value])).toString()}`
    : '';
  const file = `${name}${type === 'module' ? '' : '.classic'}.js`;
  return `<!-- customs-widgets ${facts.version} -->\n${scriptTag(situation, file, { type, query })}`;
}

/** Writes the tag that loads the chosen element. */
export function library(situation: Situation): string {
  const { choices, element } = situation;
  // A server rendering is hydrated after it has painted. A small file loads the script of the
  // elements.
  const isLater = choices.form === 'server' && choices.script === 'module' && element.agency;
  const name = choices.files === 'all' ? 'customs-widgets' : element.name;
  const wanted = isLater && choices.files !== 'all' ? [['element', element.name] as const] : [];
  return libraryTag(situation, isLater ? 'take-over' : name, wanted);
}

/** Lists what a page fetches from. Data and strings lie beside the script. */
export const fetched = ({ folder, attributes }: Situation): readonly string[] =>
  [folder, attributes['src'], attributes['endpoint']].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** True if space.css fits. It is for the built-in agency and the default tag names. */
const linksSpace = ({ choices, prefix, attributes, facts }: Situation): boolean =>
  choices.form === 'script' &&
  prefix === 'customs' &&
  attributes['agency'] === 'gacc' &&
  facts.heights !== undefined;

/** Writes the policy of a page that loads the library by a script. */
export function scriptPolicy(situation: Situation, more: Needs = {}): string {
  const { folder } = situation;
  const styles = linksSpace(situation) ? [folder] : [];
  return policyText({ scripts: [folder], styles, data: fetched(situation), ...more });
}

/** Writes the rules that reserve space for an element; nothing before its heights are known. */
export function spaceParts(situation: Situation, selector = situation.tag): readonly Part[] {
  const { element, folder, facts } = situation;
  if (!element.agency || !facts.heights) return [];
  if (!linksSpace(situation)) {
    return [{ kind: 'css', label: 'space', code: spaceText(selector, facts.heights) }];
  }
  const link = attributesText([
    ['rel', 'stylesheet'],
    ['href', `${folder}space.css`],
  ]);
  return [{ kind: 'html', label: 'space', code: `<link${link}>` }];
}
