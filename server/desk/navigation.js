/* The way from view to view. */
import { element, uniqueId } from './elements.js';
import { sentence } from './language.js';
import { movesData, QUEUES, routeTo } from './routes.js';

/** The links to all views of a site, grouped. */
export function navigation({ site, view }, { permissions }) {
  const records = movesData(permissions) ? ['audit', 'data'] : ['audit'];
  return element(
    'nav',
    { 'aria-label': () => sentence('views') },
    group('views', [...Object.keys(QUEUES), 'approvals'], site, view),
    group('records', records, site, view),
  );
}

function group(headingKey, names, site, view) {
  const headingId = uniqueId('group');
  const links = names.map((name) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: routeTo({ site, view: name }), 'aria-current': name === view ? 'page' : null },
        () => sentence(`view.${name}`),
      ),
    ),
  );
  return element(
    'div',
    {},
    element('p', { id: headingId, class: 'muted' }, () => sentence(headingKey)),
    element('ul', { role: 'list', 'aria-labelledby': headingId }, ...links),
  );
}
