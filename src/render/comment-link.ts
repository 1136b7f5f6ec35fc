import { CustomsCommentBox } from '../elements/all.js';
import { escape } from './escape.js';
import { RenderError } from './render-error.js';

/** Links to the form of the service, for readers without JavaScript. */
export function commentLink(attributes: Readonly<Record<string, string>>, lang: string): string {
  const { endpoint, site, thread } = attributes;
  if (!endpoint || !site || !thread) return '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(endpoint) && !/^https?:/i.test(endpoint)) {
    throw new RenderError(`endpoint="${endpoint}" is not accepted; use an http or https address.`);
  }
  const path = ['v1', 'sites', site, 'threads', thread, 'form'].map(encodeURIComponent).join('/');
  const box = new CustomsCommentBox();
  box.localization.assume(lang);
  const text = box.msg('发表评论', { id: 'comments.post' });
  return `<a href="${escape(`${endpoint.replace(/\/?$/, '/')}${path}`)}">${escape(text)}</a>`;
}
