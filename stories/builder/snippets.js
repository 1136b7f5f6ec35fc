/* Core of the builder: makes snippets from choices. It knows no page, so it is tested alone. */
import { attributesToWrite } from './elements.js';
import { isPrefix } from './choices.js';
import { fallbackText } from './fallback.js';
import { commandText, npmParts } from './install.js';
import { attributesText, elementText, jsonText, withVersion } from './markup.js';
import { isForeign, policyText } from './policy.js';
import { spaceText } from './space.js';

/** Collects everything that the snippets are made from. */
function situationOf(choices, facts) {
  const element = facts.elements.get(choices.widget);
  const pairs = attributesToWrite(element, choices);
  const attributes = Object.fromEntries(pairs);
  const { lang = 'zh-Hans' } = attributes;
  const folder = choices.folder.trim().replace(/\/*$/, '/').replace(/^\/$/, './');
  const prefix = isPrefix(choices.prefix) ? choices.prefix : 'customs';
  const json = element.agency && choices.data === 'json';
  const fallback = fallbackText(element.name, lang, facts.agency, attributes);
  const inside =
    json && facts.agency
      ? `<script type="application/json">\n${jsonText(facts.agency)}\n</script>\n${fallback}`
      : fallback;
  const tag = `${prefix}-${element.name}`;
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
    inside,
    tag,
  };
}

/** Names what is missing for a snippet, as a key of the texts. */
function missing({ choices, facts, element, attributes, json, fallback, lang }) {
  const { form } = choices;
  if (json && !facts.agency) return 'json';
  if (element.agency && choices.data === 'src' && !attributes.src) return 'src';
  if (element.comments) {
    if (!attributes.endpoint) return 'endpoint';
    if (!attributes.site && (attributes.engine ?? 'http') === 'http') return 'site';
    if (form === 'offline') return 'offlineComments';
    if (form === 'frame' && !attributes.thread) return 'thread';
    const reads = fallback !== fallbackText('comment-box', lang, undefined, {});
    if (form === 'html' && (element.name === 'comment-count' || !reads)) return 'htmlComments';
  }
  if (element.agency && ['server', 'html'].includes(form) && !facts.agency) return 'unread';
  if (form === 'offline' && attributes.src) return 'offlineSrc';
  if (form === 'frame' && json) return 'frameJson';
  return undefined;
}

/**
 * Writes a `<script>` for a file of the folder, with its hash. A file with a hash has the version in
 * its name, so that an update of the folder leaves it as it is.
 */
function scriptTag({ folder, facts }, name, { type, query = '' } = {}) {
  const versioned = withVersion(name, facts.version);
  const { integrity } = facts.files[versioned] ?? {};
  const file = integrity ? versioned : name;
  const pairs = [
    type === 'module' ? ['type', 'module'] : ['defer', true],
    ['src', folder + file + query],
    ['integrity', integrity],
    ['crossorigin', integrity !== undefined],
  ];
  return `<script${attributesText(pairs)}></script>`;
}

function library(situation) {
  const { choices, element, prefix, facts } = situation;
  const type = choices.script;
  // A server rendering is hydrated after it has painted. A small file loads the script of the
  // elements.
  const isLater = choices.form === 'server' && type === 'module' && element.agency;
  const name = choices.files === 'all' ? 'customs-widgets' : element.name;
  const wanted = [
    ...(isLater && choices.files !== 'all' ? [['element', element.name]] : []),
    ...(prefix === 'customs' ? [] : [['prefix', prefix]]),
  ];
  const query = wanted.length ? `?${new URLSearchParams(wanted)}` : '';
  const file = isLater ? 'take-over.js' : `${name}${type === 'module' ? '' : '.classic'}.js`;
  return `<!-- customs-widgets ${facts.version} -->\n${scriptTag(situation, file, { type, query })}`;
}

/** Lists what a page fetches from. Data and strings lie beside the script. */
const fetched = ({ folder, attributes }) =>
  [folder, attributes.src, attributes.endpoint].filter(Boolean);

/** True if space.css fits. It is for the built-in agency and the default tag names. */
const linksSpace = ({ choices, prefix, attributes, facts }) =>
  choices.form === 'script' &&
  prefix === 'customs' &&
  attributes.agency === 'gacc' &&
  facts.heights !== undefined;

const scriptPolicy = (situation, more = {}) => {
  const { folder } = situation;
  const styles = linksSpace(situation) ? [folder] : [];
  return policyText({ scripts: [folder], styles, data: fetched(situation), ...more });
};

/** Writes the rules that reserve space for an element; nothing before its heights are known. */
function spaceParts(situation, selector = situation.tag) {
  const { element, folder, facts } = situation;
  if (!element.agency || !facts.heights) return [];
  if (linksSpace(situation)) {
    const link = `<link${attributesText([
      ['rel', 'stylesheet'],
      ['href', `${folder}space.css`],
    ])}>`;
    return [{ kind: 'html', label: 'space', code: link }];
  }
  return [{ kind: 'css', label: 'space', code: spaceText(selector, facts.heights) }];
}

function asScript(situation) {
  const { tag, pairs, inside } = situation;
  const code = `${library(situation)}\n\n${elementText(tag, pairs, inside)}`;
  const parts = [{ kind: 'html', code }, ...spaceParts(situation)];
  return { parts, policy: scriptPolicy(situation) };
}

function asPlaceholder(situation) {
  const { element, pairs, inside } = situation;
  // The content has the same language.
  const data = pairs.map(([name, value]) => [name === 'lang' ? name : `data-${name}`, value]);
  const place = elementText('div', [['data-customs-widget', element.name], ...data], inside);
  return {
    parts: [
      { kind: 'html', label: 'head', code: library(situation) },
      { kind: 'html', label: 'place', code: place },
      ...spaceParts(situation, `[data-customs-widget='${element.name}']`),
    ],
    policy: scriptPolicy(situation),
    notes: situation.json ? ['placeholderJson'] : [],
  };
}

/** Order in which the command reads attributes: those of the base classes first. */
const GROUPS = ['frame', 'data', 'own'];

/** Writes the element as `render` of the library does. The command prints the same. */
function rendered(situation, format) {
  const { element, pairs, prefix, folder, choices, facts } = situation;
  const groupOf = ([name]) =>
    GROUPS.indexOf(element.attributes.find((attribute) => attribute.name === name).group);
  const sorted = [...pairs].sort((one, other) => groupOf(one) - groupOf(other));
  const { lang, ...attributes } = Object.fromEntries(sorted);
  const fallback = element.agency ? 'plain' : situation.fallback;
  return facts.render(element.name, {
    data: element.agency ? facts.agency : undefined,
    lang,
    format,
    prefix,
    attributes,
    styles: choices.styles === 'files' ? folder : 'inline',
    ...((format === 'shadow' || !element.agency) && { fallback }),
  });
}

/** What a policy needs for rendered styles. `<name>.css` equals the inline styles byte for byte. */
function styleNeeds({ element, choices, folder, facts }, file) {
  if (!element.agency) return {};
  if (choices.styles === 'files') return { styles: [folder] };
  return { hashes: [facts.files[file].integrity] };
}

function asServer(situation) {
  const code = `${library(situation)}\n\n${rendered(situation, 'shadow')}`;
  return {
    parts: [
      { kind: 'html', code },
      { kind: 'shell', label: 'command', code: commandText(situation, 'shadow') },
    ],
    policy: scriptPolicy(situation, styleNeeds(situation, `${situation.element.name}.css`)),
    notes: situation.json ? ['commandJson'] : [],
  };
}

function asHtml(situation) {
  return {
    parts: [
      { kind: 'html', code: rendered(situation, 'html') },
      { kind: 'shell', label: 'command', code: commandText(situation, 'html') },
    ],
    policy: policyText(styleNeeds(situation, 'plain.css')),
    notes: situation.json ? ['commandJson'] : [],
  };
}

/** Writes no `integrity` and `crossorigin`, because a `file:` page has no origin to check. */
function asOffline(situation) {
  const { element, attributes, folder, facts, json, tag, pairs, inside } = situation;
  const english = attributes.lang === 'en';
  // A page without its own language uses Chinese. With one, either may be needed.
  const data = json ? [] : attributes.lang ? [`gacc/${attributes.lang}.js`] : ['gacc/zh-Hans.js'];
  const packs = [...data, ...(english ? ['strings/en.js'] : [])];
  const plain = { folder, facts: { ...facts, files: {} } };
  const classic = { ...situation, ...plain, choices: { ...situation.choices, script: 'classic' } };
  const scripts = packs.map((file) => scriptTag(plain, file));
  const code = `${scripts.join('\n')}\n${library(classic)}\n\n${elementText(tag, pairs, inside)}`;
  return {
    parts: [{ kind: 'html', code: code.trimStart() }],
    policy: policyText({ scripts: [folder] }),
    notes: element.agency && !attributes.lang ? ['offlineLanguage'] : [],
  };
}

/** Resolves an address of the page for a page in the folder, where frames are. */
function fromFolder(address, folder) {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address) || /^([a-z][a-z0-9+.-]*:|\/)/i.test(folder))
    return address;
  const depth = folder.split('/').filter((part) => part && part !== '.').length;
  return '../'.repeat(depth) + address;
}

function asFrame(situation) {
  const { element, pairs, folder, facts, attributes } = situation;
  const named = (framed) =>
    element.attributes.filter((one) => one.framed === framed).map(({ name }) => name);
  // A frame shows content of its own site, so these are addresses there. It names no other site.
  const [addresses, refused] = [named('own'), named(undefined)];
  const taken = pairs.filter(([name]) => !refused.includes(name));
  const query = [['widget', element.name], ...taken]
    .map(([name, value]) =>
      addresses.includes(name) ? [name, fromFolder(value, folder)] : [name, value],
    )
    .map(([name, value]) => (value === true ? name : `${name}=${encodeURIComponent(value)}`))
    .join('&');
  const title = [facts.agency?.name, element.name].filter(Boolean).join(' · ');
  const frame = attributesText([
    ['src', `${folder}frame.html?${query}`],
    ['title', title],
    ['width', '100%'],
    ['height', '600'],
    ['loading', 'lazy'],
  ]);
  const foreign = isForeign(folder);
  const host = foreign ? '\n<script defer src="frame-host.js"></script>' : '';
  const isGiven = (name) => attributes[name];
  return {
    parts: [{ kind: 'html', code: `<iframe${frame}></iframe>${host}` }],
    policy: policyText({ frames: [folder], scripts: foreign ? ['frame-host.js'] : [] }),
    notes: [
      foreign ? 'frameHost' : 'frameOwn',
      ...(refused.some(isGiven) ? ['frameDropped'] : []),
      ...(addresses.some(isGiven) ? ['frameAddresses'] : []),
    ],
  };
}

function asNpm(situation) {
  const { tag, pairs, fallback, attributes } = situation;
  const data = [attributes.src, attributes.endpoint].filter(Boolean);
  const imported = situation.json || attributes.agency;
  // Imported data takes precedence over data that the attribute names.
  const own = pairs.filter(([name]) => name !== 'agency');
  return {
    parts: [
      ...npmParts(situation),
      { kind: 'html', label: 'place', code: elementText(tag, own, fallback) },
      ...spaceParts(situation),
    ],
    policy: policyText({ scripts: ['.'], data }),
    notes: situation.json ? ['npmJson'] : imported && !attributes.lang ? ['npmLanguage'] : [],
  };
}

const WRITERS = {
  script: asScript,
  placeholder: asPlaceholder,
  server: asServer,
  html: asHtml,
  npm: asNpm,
  offline: asOffline,
  frame: asFrame,
};

/**
 * Writes the snippet.
 *
 * @param choices - the choices
 * @param facts - `version` and `files` of integrity.json, `elements` of the manifest, `render` of the library, and, if
 *   known, the `agency` that the element shows and its `heights` in windows of several widths
 * @returns `parts` to copy, each with its `kind` of code, the `policy` of the page, and keys of `notes`; or a `problem`
 */
export function snippet(choices, facts) {
  const situation = situationOf(choices, facts);
  const problem = missing(situation);
  if (problem) return { problem, parts: [], notes: [] };
  return { notes: [], ...WRITERS[choices.form](situation) };
}
