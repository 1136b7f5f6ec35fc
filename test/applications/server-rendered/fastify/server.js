import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { render } from 'customs-widgets/render';
import agency from './agency.json' with { type: 'json' };

// What is frozen is checked once, and not for each request.
Object.freeze(agency);

/** The page for one request, whose nonce allows the styles inside the element. */
const pageOf = (nonce) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${agency.name}</title>
  <link rel="icon" href="data:,">
  <script type="module" src="/customs-widgets/take-over.js?element=duty-list"></script>
  <h1>${agency.name}</h1>
  ${render('duty-list', { data: agency, nonce, attributes: { filter: true } })}
  <p>After the duties.</p>
</html>`;

const app = fastify();
app.register(fastifyStatic, {
  root: resolve('node_modules/customs-widgets/dist/cdn'),
  prefix: '/customs-widgets/',
});
app.get('/', (_, reply) => {
  const nonce = randomBytes(16).toString('base64');
  reply.header(
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'`,
  );
  return reply.type('text/html; charset=utf-8').send(pageOf(nonce));
});

app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' }).then(console.log);
