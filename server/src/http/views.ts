/* Templates of the pages. Handlebars escapes what it inserts. */
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import Handlebars from 'handlebars';

const folder = new URL('../../views/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const engine = Handlebars.create();
engine.registerPartial('head', read('head.hbs'));

/** `{{fill words.bodyHint limit=2000}}` puts values in the places that braces mark. */
engine.registerHelper('fill', (text: string, { hash }: Handlebars.HelperOptions) => {
  const values = hash as Record<string, string | number>;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
});

const templates = {
  form: engine.compile(read('form.hbs'), { strict: false }),
  receipt: engine.compile(read('receipt.hbs'), { strict: false }),
};

/** The style sheet of the pages. */
export const STYLE_SHEET = read('page.css');

/** Allows what comes from the service itself, and lets `frames` show the page inside theirs. */
const policy = (frames: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames.length ? frames.join(' ') : "'none'"}`,
  ].join('; ');

/**
 * Answers with a page.
 *
 * @param frames - origins that may show it in a frame
 */
export function sendPage(
  reply: FastifyReply,
  name: keyof typeof templates,
  values: object,
  frames: readonly string[] = [],
) {
  return reply
    .removeHeader('x-frame-options')
    .headers({
      'content-security-policy': policy(frames),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .serializer((text: string) => text)
    .send(templates[name](values));
}
