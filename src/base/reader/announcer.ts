/*
 * One live region for the whole page, whichever copy of the library made it. A region inside a shadow root that is rendered together with its
 * text is often not spoken; one that has been in the page before the text came is.
 */
let region: HTMLElement | undefined;
let latest = { text: '', language: '' };

function create(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[data-customs-announcer]');
  if (found) return found;
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.dataset['customsAnnouncer'] = '';
  // Properties, not a style attribute: a strict content security policy blocks the latter.
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
 * Lets screen readers speak a text when they next pause.
 *
 * @param text - what to say
 * @param language - BCP 47 tag of the text
 */
export function announce(text: string, language: string): void {
  latest = { text, language };
  if (region?.isConnected) {
    if (region.dataset['open'] !== undefined) fill(region);
    return;
  }
  const created = (region = create());
  // Readers speak what changes in a region they know, so it has to be there for a moment first.
  setTimeout(() => {
    created.dataset['open'] = '';
    fill(created);
  }, 100);
}

function fill(element: HTMLElement): void {
  const { text, language } = latest;
  if (element.lang !== language) element.lang = language;
  // The same text twice is only spoken again when the region was changed in between.
  element.textContent = element.textContent === text ? `${text}\u00A0` : text;
}
