/* A proxy between the box and the service that fails on demand. */
import { request as ask } from 'node:http';

/** Names the kind of a request. */
function kindOf(method, url) {
  const [path] = url.split('?');
  if (method === 'OPTIONS') return 'preflight';
  if (/^\/v1\/sites\/[^/]+\/threads\/[^/]+\/comments$/.test(path))
    return method === 'POST' ? 'post' : 'list';
  if (path === '/v1/capabilities') return 'capabilities';
  if (path === '/v1/challenges') return 'challenge';
  return 'other';
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Passes a request on to the service. */
const passOn = (target, { method, url, headers }, body) =>
  new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, connection: 'close' }, agent: false };
    const onward = ask(target + url, options, (answer) => {
      const { statusCode: status, headers } = answer;
      readAll(answer).then((body) => resolve({ status, headers, body }), reject);
    });
    onward.once('error', reject);
    onward.end(body);
  });

function send(response, { status, headers, body }) {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...kept } = headers;
  response.writeHead(status, kept).end(body);
}

/** Response of a proxy that cannot reach the service. */
const BAD_GATEWAY = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>502</title><h1>502 Bad Gateway</h1>',
};

/** Drops the connection before the service knows about the request. */
export const dropped = ({ response }) => response.socket.destroy();

/** Lets the service act, and loses its response. */
export const lost = async ({ pass, response }) => {
  await pass();
  response.socket.destroy();
};

/** Responds in place of the service. */
export const answers =
  (status, body = '', headers = {}) =>
  ({ response }) =>
    send(response, { status, headers: { 'content-type': 'text/html', ...headers }, body });

/** Lets the service act, and spoils its response. */
export const spoilt =
  (spoil) =>
  async ({ pass, response }) =>
    send(response, spoil(await pass()));

export const badGateway = answers(502, BAD_GATEWAY.body);

/** Responds as to an unknown page, or as a proxy that removes this header. */
export const unreadable = spoilt(({ status, headers, body }) => {
  const { 'access-control-allow-origin': _, ...others } = headers;
  return { status, headers: others, body };
});

function latch() {
  const made = {};
  made.opened = new Promise((resolve) => (made.open = resolve));
  return made;
}

/**
 * Holds requests until they are released.
 *
 * @param when - `before` or `after` the service has responded
 * @param end - what happens to them then: `answered` or `lost`
 * @returns the fault, a promise that resolves when the first request is held, and the release
 */
export function held(when, { end = 'answered' } = {}) {
  const arrival = latch();
  const release = latch();
  const fault = async ({ pass, response }) => {
    const answer = when === 'after' ? await pass() : undefined;
    arrival.open();
    await release.opened;
    if (end === 'lost') response.socket.destroy();
    else send(response, answer ?? (await pass()));
  };
  return { fault, arrived: arrival.opened, release: release.open };
}

/** A proxy for a service. Its address is set later, in `target`. */
export function faultProxy() {
  /** Kind → fault of such requests. */
  const faults = new Map();
  const proxy = {
    target: '',
    /** All requests in order of arrival. `status` is that of the service. */
    seen: [],
    /** Lets requests of a kind fail from now on, or only the next few. */
    fail: (kind, fault, times = Infinity) => faults.set(kind, { fault, times }),
    /** Lets all requests through again. */
    mend: () => faults.clear(),
    /** Requests that posted to a thread. */
    posts: (thread) => proxy.seen.filter((one) => one.kind === 'post' && one.thread === thread),
    handle: async (request, response) => {
      try {
        await proxy.treat(request, response);
      } catch {
        // The browser or the service has closed the connection.
        if (!response.headersSent) send(response, BAD_GATEWAY);
      }
    },
    treat: async (request, response) => {
      const { method, url, headers } = request;
      const body = await readAll(request);
      const kind = kindOf(method, url);
      const thread = decodeURIComponent(/\/threads\/([^/]+)/.exec(url)?.[1] ?? '');
      const key = headers['idempotency-key'];
      const seen = { at: Date.now(), kind, thread, url, key, body: `${body}` };
      proxy.seen.push(seen);
      const pass = async () => {
        const answer = await passOn(proxy.target, request, body);
        seen.status = answer.status;
        return answer;
      };
      const planned = faults.get(kind);
      if (!planned || planned.times <= 0) return send(response, await pass());
      planned.times -= 1;
      return planned.fault({ pass, response });
    },
  };
  return proxy;
}
