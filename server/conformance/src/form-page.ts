/* A form as a browser without JavaScript opens and sends it. */
import assert from 'node:assert/strict';
import { threadPath } from './citizen.js';
import { type Answer, send } from './client.js';
import { type Element, elements, type Fields } from './html.js';
import { options } from './options.js';

/** The page that holds the form of a thread. */
interface FormPage {
  answer: Answer;
  path: string;
  html: string;
  form: Element;
  /** Where the form is sent. */
  action: string;
}

/** Path of an address that stands on a page. */
export function pathFrom(page: string, address: string): string {
  const { href } = new URL(address, options.url + page);
  assert.ok(href.startsWith(`${options.url}/`), `${href} leads away`);
  return href.slice(options.url.length);
}

/** Asserts that an answer is a whole page, and returns it. */
export function assertPage(answer: Answer, status: number): string {
  assert.equal(answer.status, status, answer.text.slice(0, 500));
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html; ?charset=utf-8$/i);
  assert.match(answer.text, /^\s*<!doctype html>/i);
  assert.match(answer.text, /<title>[^<]+<\/title>/);
  return answer.text;
}

/** The language that a page says it is in. */
export function languageOf(html: string): string {
  return elements(html, 'html')[0]?.attributes.get('lang') ?? '';
}

/** The origin that a browser names when it sends a form of this page. */
export function originOf(page: Answer): string {
  const policy = page.headers.get('referrer-policy');
  return policy === 'no-referrer' ? 'null' : new URL(options.url).origin;
}

/** Sends a form. */
export function sendForm(path: string, fields: Fields, origin: string): Promise<Answer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
  return send(path, { method: 'POST', raw: new URLSearchParams(fields).toString(), headers });
}

/** Opens the form of a thread. */
export async function openForm(thread: string, language = 'zh'): Promise<FormPage> {
  const path = `${threadPath(thread)}/form?lang=${language}`;
  const answer = await send(path);
  const html = assertPage(answer, 200);
  const form = elements(html, 'form').find(({ inner }) => inner.includes('<textarea'));
  assert.ok(form, 'a form with a text area');
  assert.equal(form.attributes.get('method')?.toLowerCase(), 'post');
  return { answer, path, html, form, action: pathFrom(path, form.attributes.get('action') ?? '') };
}

/** Path of the picture of the code on a page. */
export function pictureOf(path: string, html: string): string {
  const picture = elements(html, 'img').find(({ attributes }) =>
    attributes.get('src')?.includes('/image'),
  );
  assert.ok(picture, 'a picture of the code');
  assert.ok(picture.attributes.get('alt'), 'the picture has a text alternative');
  return pathFrom(path, picture.attributes.get('src') ?? '');
}
