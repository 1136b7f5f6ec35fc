/*
 * The page that shows one widget inside an `<iframe>`, for sites that allow no third-party script:
 * `frame.html?widget=duty-list&agency=gacc&lang=en&theme=dark&filter`. It carries the name of the
 * site that hosts it. Anybody can write such an address, so it must not show foreign data or lead
 * readers to another site.
 */
import type { PropertyDeclaration } from 'lit';
import { attributesOf } from '../../base/element/attributes.js';
import type { ElementClass } from '../../base/element/define-element.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../../elements.js';
import { warnOnce } from '../../warnings.js';
import { headingOf } from '../heading-of.js';
import { fitFrame } from './height.js';
import { LOOK, setLook } from './look.js';
import { createMessage } from './messages.js';
import { ownAddress } from './own-address.js';
import { isOpaque, loadPacks } from './packs.js';
import { setPolicy } from './policy.js';

const parameters = new URLSearchParams(location.search);
const wantedLanguage = parameters.get('lang') ?? '';
const language = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(wantedLanguage) ? wantedLanguage : 'zh-Hans';

/** True if the address may set an attribute. Text is allowed only if the element declares it. */
const isSettable = ({ type, accepted, framed }: PropertyDeclaration): boolean =>
  type === Boolean || type === Number || Boolean(accepted ?? framed);

/** Takes the other parameters: the look of the page. What it does not know is left out. */
function setOther(name: string, value: string, settable: readonly string[]): void {
  if (name === 'widget' || name === 'lang') return;
  if (!LOOK.includes(name)) {
    const known = [...settable, ...LOOK].join(', ');
    warnOnce(`${name} is not accepted in the address of a frame; use ${known}.`);
  } else if (!setLook(name, value)) {
    const kind = name.startsWith('color-') ? 'a colour' : 'a number';
    warnOnce(`${name}=${value} is not accepted in the address of a frame; use ${kind}.`);
  }
}

/** Creates the element that the address describes, or a message why there is none. */
async function createContent(): Promise<HTMLElement> {
  const widget = parameters.get('widget') as ElementName;
  if (!ELEMENT_NAMES.includes(widget)) return createMessage('widget', language);
  const element = document.createElement(tagOf(widget, 'customs'));
  const attributes = attributesOf(element.constructor as ElementClass);
  for (const [name, value] of parameters) {
    // The message does not repeat the address, which may contain a text that somebody wants to show
    // here.
    if (attributes.get(name)?.framed === 'own' && ownAddress(value) === undefined) {
      return createMessage('origin', language);
    }
  }
  // An element that shows an agency may have no comments.
  const hasComments =
    attributes.has('thread') && (parameters.has('endpoint') || !attributes.has('agency'));
  if (hasComments && !parameters.get('thread')) return createMessage('thread', language);
  const settable = [...attributes.keys()].filter((name) => isSettable(attributes.get(name)!));
  for (const [name, value] of parameters) {
    if (!settable.includes(name)) setOther(name, value, settable);
    else if (attributes.get(name)!.framed === 'own') element.setAttribute(name, ownAddress(value)!);
    else element.setAttribute(name, value);
  }
  if (isOpaque) {
    const showsBuiltIn = attributes.has('agency') && !element.hasAttribute('src');
    const agency = showsBuiltIn ? (element.getAttribute('agency') ?? 'gacc') : undefined;
    await loadPacks(agency, language);
  }
  return element;
}

/** Sets the title of the page to its heading, for the list of frames in a screen reader. */
function nameAfter(content: HTMLElement): void {
  const text = (headingOf(content) ?? content).textContent.trim();
  if (text) document.title = text;
}

/** Explains once why nothing arrives in a frame with a `sandbox`. */
function explainSandbox(content: HTMLElement): void {
  let isSaid = false;
  const explain = (isUnreachable: boolean): void => {
    if (isSaid || !isUnreachable || !navigator.onLine) return;
    isSaid = true;
    content.before(createMessage('sandbox', language));
  };
  content.addEventListener('customs-error', ({ detail }) =>
    explain(detail.problems.some(({ code }) => code === 'network')),
  );
  content.addEventListener('customs-comment-failed', ({ detail }) =>
    explain(detail.error.kind === 'offline'),
  );
}

async function show(): Promise<void> {
  const content = await createContent();
  if (isOpaque && location.protocol !== 'file:') explainSandbox(content);
  document.body.append(content);
  fitFrame(() => nameAfter(content));
}

setPolicy();
document.documentElement.lang = language;
// The script with the elements has run by then.
document.addEventListener('DOMContentLoaded', () => void show());
