/*
 * The page that shows one widget inside an `<iframe>`, for sites that allow no script of others:
 * `frame.html?widget=duty-list&agency=gacc&lang=en&theme=dark&filter`. It carries the name of the site that hosts
 * it, so an address that somebody else has made up must not show other people's data or send readers elsewhere.
 */
import type { PropertyDeclaration } from 'lit';
import { attributesOf } from '../../base/element/attributes.js';
import type { ElementClass } from '../../base/element/define-element.js';
import { matchLocale } from '../../base/language/strings.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../../elements.js';
import { warnOnce } from '../../warnings.js';
import { fitFrame } from './height.js';

/** Kept here, in both languages: in the strings of the library every English page would load them. */
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

/** Whether the address may set an attribute: a text only if the element says what it may be. */
const isSettable = ({ type, accepted, framed }: PropertyDeclaration): boolean =>
  type === Boolean || type === Number || Boolean(accepted ?? framed);

/** The element that the address describes, or why there is none. */
function createContent(): HTMLElement {
  const widget = parameters.get('widget') as ElementName;
  if (!ELEMENT_NAMES.includes(widget)) return refuse('widget');
  const element = document.createElement(tagOf(widget, 'customs'));
  const attributes = attributesOf(element.constructor as ElementClass);
  for (const [name, value] of parameters) {
    // The address itself is not shown: it may be a sentence that somebody wants to have said here.
    if (attributes.get(name)?.framed === 'own' && !isOwn(value)) return refuse('origin');
  }
  if (attributes.has('thread') && !parameters.get('thread')) return refuse('thread');
  const settable = [...attributes.keys()].filter((name) => isSettable(attributes.get(name)!));
  for (const [name, value] of parameters) {
    if (settable.includes(name)) element.setAttribute(name, value);
    else if (name !== 'widget' && name !== 'lang') {
      warnOnce(`${name} is not accepted in the address of a frame; use ${settable.join(', ')}.`);
    }
  }
  return element;
}

/** Names the page after what it shows, for the list of frames in a screen reader. */
function nameAfter(content: HTMLElement): void {
  const heading = content.shadowRoot?.querySelector('[part~=heading]') ?? content;
  const text = heading.textContent.trim();
  if (text) document.title = text;
}

/** Links leave the frame for the whole page, but a place inside it is not a page of its own. */
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
