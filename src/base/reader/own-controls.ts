/*
 * Page scripts see only the element as the target of an event inside it. A shortcut that asks
 * whether the reader types in a field then takes the key, and a guard that allows fields only
 * forbids the click. So what belongs to a control of ours ends at the shadow root.
 */

const FIELDS = 'textarea, select, input:not([type=checkbox], [type=radio])';
const CONTROLS = 'input, textarea, select, button, label, summary';

/** Keys that edit a field without typing a character. */
const EDITING =
  /^(Enter|Backspace|Delete|Insert|Home|End|Page(Up|Down)|Arrow(Up|Down|Left|Right)|Process|Dead|Unidentified)$/;

/** Letters that edit a field together with Ctrl or Command: select all, copy, cut, paste, undo. */
const COMMANDS = /^[acvxyz]$/i;

/** Events of a field besides keys. Old pages forbid them to protect their text from copying. */
const OF_FIELDS = [
  'beforeinput',
  'copy',
  'cut',
  'paste',
  'selectstart',
  'contextmenu',
  'dragstart',
];

/** What comes before a click of a finger. Who forbids it forbids the click, or sends one of its own to the element. */
const OF_TAPS = ['touchstart', 'touchend'];

/** True if a control uses the key itself. */
function usesKey(control: Element, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (!control.matches(FIELDS)) {
    // Radio buttons move with the arrow keys.
    if (control.matches('a')) return key === 'Enter';
    return /^( |Enter)$/.test(key) || (control.matches('input') && key.startsWith('Arrow'));
  }
  if (EDITING.test(key)) return true;
  // A single character. With Ctrl and Alt together it is typed too (AltGr).
  if ([...key].length !== 1) return false;
  return ctrlKey === altKey && !metaKey ? true : (ctrlKey || metaKey) && COMMANDS.test(key);
}

/** Finds the control of a shadow root that an event belongs to; none for slotted content. */
function controlOf({ currentTarget, target }: Event, selector: string): Element | null {
  const inner = target as Partial<Element> & Node;
  const isOwn = inner.getRootNode() === currentTarget;
  // A selection may start in a text node, which has no `closest`.
  return (isOwn && inner.closest?.(selector)) || null;
}

function onKey(event: Event): void {
  const control = controlOf(event, `${CONTROLS}, a`);
  if (control && usesKey(control, event as KeyboardEvent)) event.stopPropagation();
}

/** Tells the page of a press in a control by a copy, with which the page can forbid nothing. */
function onPress(event: Event): void {
  if (!controlOf(event, CONTROLS)) return;
  event.stopPropagation();
  const copy = new (event.constructor as typeof MouseEvent)(event.type, event);
  // Links and labels around the element would follow the copy.
  copy.preventDefault();
  (event.currentTarget as ShadowRoot).host.dispatchEvent(copy);
}

function onTap(event: Event): void {
  if (controlOf(event, `${CONTROLS}, a`)) event.stopPropagation();
}

function onField(event: Event): void {
  if (controlOf(event, FIELDS)) event.stopPropagation();
}

/** Keeps the events of its controls inside a shadow root, and returns it. */
export function keepOwnEvents<Root extends EventTarget>(root: Root): Root {
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, onKey);
  for (const type of ['pointerdown', 'mousedown', 'click']) root.addEventListener(type, onPress);
  for (const type of OF_TAPS) root.addEventListener(type, onTap, { passive: true });
  for (const type of OF_FIELDS) root.addEventListener(type, onField);
  return root;
}
