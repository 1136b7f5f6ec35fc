/* Answers of servers, gateways and networks that are not what was asked for. */

const half = (body) => body.subarray(0, body.length >> 1);

const PAGE = '<!doctype html><title>登录</title><form><input name="password"></form>';

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends the body under other headers than it needs. The connection ends with it. */
const send =
  (headers, change = (body) => body) =>
  (response, { type, body }) => {
    response.writeHead(200, { 'content-type': type, connection: 'close', ...headers(body) });
    response.end(change(body));
  };

/** Sends half of the body, and then `end` with the connection. */
const begin =
  (headers, end) =>
  (response, { type, body }) => {
    response.writeHead(200, { 'content-type': type, ...headers(body) });
    response.write(half(body), () => end(response));
  };

const redirect =
  (status, location) =>
  (response, { url }) => {
    response.writeHead(status, { location: location(url) }).end();
  };

const instead = (status, type, body) => (response) =>
  response.writeHead(status, { 'content-type': type }).end(body);

const cut = (response) => response.destroy();
const wait = () => {};

/** Answers that never come to an end. Only a time limit ends the wait. */
export const SILENT = {
  'no answer at all': wait,
  'silence in the middle': begin((body) => ({ 'content-length': body.length }), wait),
};

/** Answers that do not come as a whole. */
export const BROKEN = {
  'a connection that is refused': cut,
  'a connection that is cut': begin((body) => ({ 'content-length': body.length }), cut),
  'chunks that are cut': begin(() => ({}), cut),
  'less than its length': send((body) => ({ 'content-length': body.length + 100 })),
  'the name of a compression that it has not': send(() => ({ 'content-encoding': 'gzip' })),
  'a redirect without end': redirect(302, (url) => url),
  'a redirect to a site that says no': redirect(302, () => 'http://localhost:9/'),
};

/** Answers that come as a whole, and are something else. */
export const WRONG = {
  'more than its length': send((body) => ({ 'content-length': half(body).length }), half),
  'a page to sign in': instead(200, 'text/html', PAGE),
  'a picture': instead(200, 'image/png', PICTURE),
  'nothing under 200': instead(200, 'application/json', ''),
  'nothing under 204': (response) => response.writeHead(204).end(),
  'JSON of a gateway': instead(200, 'application/json', '{"error":"login"}'),
  'a failure': instead(503, 'text/html', '<h1>503</h1>'),
};

/** Everything that can go wrong. */
export const BAD = { ...BROKEN, ...WRONG, ...SILENT };

const TYPES = { js: 'text/javascript', json: 'application/json' };

/** Lets a site of `openSite` answer badly. */
export function spoilerOf(site) {
  const pending = new Set();
  const typeOf = (path) => TYPES[path.split('.').at(-1)];
  return {
    /** Addresses whose responses have not ended. */
    pending: () => [...pending].map(({ req }) => req.url),
    /** Answers badly at an address from now on. */
    spoil(path, fault, right = site.file(path.slice(1))) {
      site.pages.set(path, {
        body(response) {
          pending.add(response);
          response.on('close', () => pending.delete(response));
          const answer = { type: typeOf(path), body: Buffer.from(right), url: response.req.url };
          fault(response, answer);
        },
      });
    },
    /** Answers rightly at an address again. */
    mend(path, right = site.file(path.slice(1))) {
      site.pages.set(path, { body: right, type: typeOf(path) });
    },
  };
}
