/* The head of the page: its name, the site, the language and who is signed in. */
import { foreign } from './comment-parts.js';
import { button, element } from './elements.js';
import { selectField } from './fields.js';
import { inWords, otherLanguage, sentence } from './language.js';
import { routeTo } from './routes.js';

/** Fills the head of the page for whoever is signed in, or nobody. */
export function showBanner(banner, { session, route, changeLanguage, signOut }) {
  const skip = element(
    'a',
    {
      class: 'skip',
      href: '#main',
      onclick: (clicked) => {
        // The fragment names the view, so it cannot name a place as well.
        clicked.preventDefault();
        (document.querySelector('main h2') ?? document.querySelector('main')).focus();
      },
    },
    () => sentence('skip'),
  );
  const switcher = button(() => sentence('language'), changeLanguage, {
    class: 'quiet',
    lang: otherLanguage,
  });
  const children = [
    skip,
    element('h1', {}, () => sentence('title')),
    switcher,
    route && siteChoice(route, session),
    session && whoIs(session),
    session && button(() => sentence('signOut'), signOut),
  ];
  banner.replaceChildren(element('div', { class: 'banner-row' }, ...children));
}

const whoIs = ({ name, role }) =>
  element(
    'p',
    { class: 'who' },
    foreign(name),
    element('span', { class: 'muted' }, () => inWords('role', role)),
  );

function siteChoice({ site, view }, { sites }) {
  if (sites.length === 1)
    return element(
      'p',
      { class: 'site' },
      element('span', { class: 'muted' }, () => sentence('site')),
      foreign(site),
    );
  const choice = selectField({
    label: () => sentence('site'),
    options: sites.map((name) => ({ value: name, label: name })),
    value: site,
    onchange: () => {
      // A single comment belongs to its site; the other one has a list instead.
      const kept = view === 'comment' ? 'pending' : view;
      location.hash = routeTo({ site: choice.field.value, view: kept });
    },
  });
  choice.node.classList.add('site');
  return choice.node;
}
