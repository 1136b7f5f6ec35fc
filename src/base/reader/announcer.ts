/*
 * One live region for the whole page, shared by all copies of the library. Screen readers often
 * miss a region that is added together with its text. A region that was there before is spoken.
 */
let region: HTMLElement | undefined;
let latest = { text: '', language: '' };

function create(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[data-customs-announcer]');
  if (found) return found;
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.dataset['customsAnnouncer'] = '';
  // Sets properties, because a strict content security policy blocks the style attribute.
  Object.assign(element.style, {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  document.body.append(element);
  return element;
}

/**
 * Lets screen readers speak a text at their next pause.
 *
 * @param text - text to speak
 * @param language - BCP 47 tag of the text
 */
export function announce(text: string, language: string): void {
  latest = { text, language };
  if (region?.isConnected) {
    if (region.dataset['open'] !== undefined) fill(region);
    return;
  }
  const created = (region = create());
  // Screen readers speak changes in a region they already know, so it has to exist for a moment
  // first.
  setTimeout(() => {
    created.dataset['open'] = '';
    fill(created);
  }, 100);
}

function fill(element: HTMLElement): void {
  const { text, language } = latest;
  if (element.lang !== language) element.lang = language;
  // A screen reader repeats a text only if the content changes.
  element.textContent = element.textContent === text ? `${text}\u00A0` : text;
}
