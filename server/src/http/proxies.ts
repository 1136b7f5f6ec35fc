/* Notices a proxy that the settings do not name. */
import type { App } from './app.js';

const HEADERS = ['x-forwarded-for', 'forwarded'];

/**
 * Warns once when requests come through a proxy that is not trusted. Then all readers share the limits of its address.
 * Anybody can send these headers, so the line tells nothing of what they hold.
 */
export function noticeProxies(app: App, trustProxy: boolean | string): void {
  if (trustProxy !== false) return;
  let isTold = false;
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isTold && HEADERS.some((name) => request.headers[name] !== undefined)) {
      isTold = true;
      request.log.warn(
        'A request came through a proxy, but trustProxy is not set: all readers behind the proxy share one limit. Set trustProxy to its address, unless a reader sent the header. 请求经过代理，但未设置 trustProxy：代理背后的所有访客共用一个限额。请填写代理的地址；如该请求头由访客自行发送，则无须处理。',
      );
    }
    done();
  });
}
