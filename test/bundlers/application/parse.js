/* One function of the library, and no element. */
import { parse } from 'customs-widgets';

const { ok } = parse({ lang: 'en', name: 'Police of Exampleton' });
document.querySelector('output').textContent = ok ? 'right' : 'wrong';
