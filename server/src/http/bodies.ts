/* Reads the bodies of requests: JSON in UTF-8, and what a route adds. */
import type { IncomingHttpHeaders } from 'node:http';
import { ServiceProblem } from '../contract/service-problem.js';
import type { App } from './app.js';

/** Takes JSON, and refuses bytes that are no UTF-8: they would be kept as other characters. */
export function readBodies(app: App): void {
  // Fastify has a parser for plain text, which no route takes.
  app.removeContentTypeParser('text/plain');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = decoder.decode(body as Buffer);
    } catch {
      done(new ServiceProblem('malformed'));
      return;
    }
    void parseJson(request, text, done);
  });
}

/** Whether a request came from a form. */
export const isForm = ({ headers }: { headers: IncomingHttpHeaders }): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
