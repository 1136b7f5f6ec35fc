import express from 'express';
import { render } from 'customs-widgets/render';
import agency from './agency.json' with { type: 'json' };

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";

// Rendered once. The styles are files, so the policy needs no nonce and the page can be cached.
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${agency.name}</title>
  <link rel="icon" href="data:,">
  <script type="module" src="/customs-widgets/take-over.js?element=duty-list"></script>
  <h1>${agency.name}</h1>
  ${render('duty-list', { data: agency, styles: '/customs-widgets/', attributes: { filter: true } })}
  <p>After the duties.</p>
</html>`;

const app = express();
app.use('/customs-widgets', express.static('node_modules/customs-widgets/dist/cdn'));
app.get('/', (_, response) => {
  response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'public, max-age=600' });
  response.send(PAGE);
});

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
