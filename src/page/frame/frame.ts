/*
 * The page that shows one widget inside an `<iframe>`, for sites that allow no third-party script:
 * `frame.html?widget=duty-list&agency=gacc&lang=en&theme=dark&filter`. It carries the name of the
 * site that hosts it. Anybody can write such an address, so it must not show foreign data or lead
 * readers to another site.
 */
import type { PropertyDeclaration } from 'lit';
import { attributesOf } from '../../base/element/attributes.js';
import type { ElementClass } from '../../base/element/define-element.js';
import { matchLocale } from '../../base/language/strings.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../../elements.js';
import { warnOnce } from '../../warnings.js';
import { headingOf } from '../heading-of.js';
import { fitFrame } from './height.js';

/** Kept here because every English page would load them among the strings of the library. */
const PROBLEMS = {
  widget: {
    'zh-Hans': `地址中的 widget 应为：${ELEMENT_NAMES.join('、')}。`,
    en: `In the address, widget must be one of: ${ELEMENT_NAMES.join(', ')}.`,
  },
  origin: {
    'zh-Hans': '地址中的 src 和 endpoint 只能指向本网站，因此不显示内容。',
    en: 'In the address, src and endpoint must point to this site, so nothing is shown.',
  },
  thread: {
    'zh-Hans': '地址中缺少 thread：评论须注明属于哪一页。',
    en: 'thread is missing in the address: comments must say which page they belong to.',
  },
} as const;

const parameters = new URLSearchParams(location.search);
const wantedLanguage = parameters.get('lang') ?? '';
const language = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(wantedLanguage) ? wantedLanguage : 'zh-Hans';

function isOwn(address: string): boolean {
  try {
    const { origin, protocol } = new URL(address, location.href);
    return origin === location.origin && protocol === location.protocol;
  } catch {
    return false;
  }
}

function refuse(code: keyof typeof PROBLEMS): HTMLElement {
  const locale = matchLocale(language) === 'en' ? 'en' : 'zh-Hans';
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');
  problem.textContent = PROBLEMS[code][locale];
  return problem;
}

/** True if the address may set an attribute. Text is allowed only if the element declares it. */
const isSettable = ({ type, accepted, framed }: PropertyDeclaration): boolean =>
  type === Boolean || type === Number || Boolean(accepted ?? framed);

/** Creates the element that the address describes, or a message why there is none. */
function createContent(): HTMLElement {
  const widget = parameters.get('widget') as ElementName;
  if (!ELEMENT_NAMES.includes(widget)) return refuse('widget');
  const element = document.createElement(tagOf(widget, 'customs'));
  const attributes = attributesOf(element.constructor as ElementClass);
  for (const [name, value] of parameters) {
    // The message does not repeat the address, which may contain a text that somebody wants to show
    // here.
    if (attributes.get(name)?.framed === 'own' && !isOwn(value)) return refuse('origin');
  }
  // An element that shows an agency may have no comments.
  const hasComments =
    attributes.has('thread') && (parameters.has('endpoint') || !attributes.has('agency'));
  if (hasComments && !parameters.get('thread')) return refuse('thread');
  const settable = [...attributes.keys()].filter((name) => isSettable(attributes.get(name)!));
  for (const [name, value] of parameters) {
    if (settable.includes(name)) element.setAttribute(name, value);
    else if (name !== 'widget' && name !== 'lang') {
      warnOnce(`${name} is not accepted in the address of a frame; use ${settable.join(', ')}.`);
    }
  }
  return element;
}

/** Sets the title of the page to its heading, for the list of frames in a screen reader. */
function nameAfter(content: HTMLElement): void {
  const text = (headingOf(content) ?? content).textContent.trim();
  if (text) document.title = text;
}

/** Keeps links to fragments inside the frame. All other links open in the whole page. */
function stayForPlaces(event: MouseEvent): void {
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (event.defaultPrevented || !link?.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  location.hash = link.hash;
}

document.documentElement.lang = language;
document.addEventListener('click', stayForPlaces);
const content = createContent();
document.body.append(content);
fitFrame(() => nameAfter(content));
