import { render } from 'customs-widgets/render';
import agency from './agency.json';

const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>${agency.name}</title>
  <h1>${agency.name}</h1>
  ${render('duty-list', { data: agency, attributes: { filter: true } })}
</html>`;

export default {
  fetch: () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
};
