/* Fallback content for readers without JavaScript. */
import type { Agency } from 'customs-widgets';
import { escape } from './markup.js';

interface Sentences {
  /** By element. */
  readonly about: Readonly<Record<string, string>>;
  readonly unknown: string;
  readonly post: string;
  readonly receipts: string;
  readonly comments: string;
  readonly count: string;
}

/** `%` stands for the name of the agency, as a link if its site is known. */
const SENTENCES: Readonly<Record<'zh-Hans' | 'en', Sentences>> = {
  'zh-Hans': {
    about: {
      'profile-card': '%的介绍见其官方网站。',
      'duty-list': '%的主要职能见其官方网站。',
      'rank-ladder': '%的衔级设置见其官方网站。',
      'link-list': '相关链接：%',
      'agency-page': '%的概况、职能等内容见其官方网站。',
    },
    unknown: '此处内容需要启用 JavaScript 才能显示。',
    post: '发表评论',
    receipts: '查询回执',
    comments: '评论需要启用 JavaScript 才能显示。',
    count: '评论',
  },
  en: {
    about: {
      'profile-card': 'About the %: see its official site.',
      'duty-list': 'For the main duties of the %, see its official site.',
      'rank-ladder': 'For the ranks of the %, see its official site.',
      'link-list': 'Related: %',
      'agency-page': 'About the %: see its official site.',
    },
    unknown: 'This part needs JavaScript.',
    post: 'Post a comment',
    receipts: 'Look up a receipt',
    comments: 'Comments need JavaScript.',
    count: 'Comments',
  },
};

/** Sentences for a language. All except English use Chinese, as the elements do. */
export const sentencesOf = (lang: string): Sentences =>
  SENTENCES[/^en\b/i.test(lang) ? 'en' : 'zh-Hans'];

/** Attributes as they are written. */
type Values = Readonly<Record<string, string | true | undefined>>;

const isText = (value: string | true | undefined): value is string =>
  typeof value === 'string' && value !== '';

/** Links to the forms of the comment service that need no script, as `render` does. */
function commentLinks(
  { endpoint, engine = 'http', site, thread }: Values,
  sentences: Sentences,
): string {
  if (engine !== 'http' || !isText(endpoint) || !isText(site) || !isText(thread)) {
    return `<p>${sentences.comments}</p>`;
  }
  const folder = endpoint.replace(/\/?$/, '/');
  const path = ['v1', 'sites', site, 'threads', thread, 'form'].map(encodeURIComponent).join('/');
  return [
    `<p><a href="${escape(folder + path)}">${sentences.post}</a></p>`,
    `<p><a href="${escape(`${folder}receipts`)}">${sentences.receipts}</a></p>`,
  ].join('\n');
}

/**
 * Writes the fallback content. It contains no list, because an element would read that as its data.
 *
 * @param widget - name of the element
 * @param lang - BCP 47 tag of the element's content
 * @param agency - the agency shown, if known
 * @param attributes - attributes of the element
 */
export function fallbackText(
  widget: string,
  lang: string,
  agency: Agency | undefined,
  attributes: Values,
): string {
  const sentences = sentencesOf(lang);
  if (widget === 'comment-count') return sentences.count;
  if (widget === 'comment-box') return commentLinks(attributes, sentences);
  const sentence = sentences.about[widget];
  if (!agency || !sentence) return `<p>${sentences.unknown}</p>`;
  const { name, url } = agency;
  const named = url ? `<a href="${escape(url)}">${escape(name)}</a>` : escape(name);
  return `<p>${sentence.split('%').join(named)}</p>`;
}
