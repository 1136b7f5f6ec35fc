import { render } from 'customs-widgets/render';
import agency from '../../agency.json';

export const runtime = 'edge';

/** HTML of an element for another page, from a runtime that has no Node. */
export const GET = () =>
  new Response(render('duty-list', { data: agency }), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
