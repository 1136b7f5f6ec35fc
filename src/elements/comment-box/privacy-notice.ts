import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/customs-element.js';
import { directionOf } from '../../base/localization.js';
import type { Capabilities, PrivacyNotice } from '../../comments/types.js';

/** The language of the notice that comes closest to that of the page. */
function noticeLanguage(
  notices: Readonly<Record<string, PrivacyNotice>>,
  wanted: string,
): string | undefined {
  const languages = Object.keys(notices);
  const primary = wanted.split('-')[0]!;
  return (
    languages.find((language) => language === wanted) ??
    languages.find((language) => language.split('-')[0] === primary) ??
    languages[0]
  );
}

/**
 * What 个人信息保护法 art. 17 wants said before data is collected, in the open. The slot `notice` takes its place.
 */
export function renderNotice(
  { msg, localization: { language } }: CustomsElement,
  { consent }: Capabilities,
): TemplateResult {
  const wanted = consent && noticeLanguage(consent.notice, language);
  const notice = wanted && consent.notice[wanted];
  const points = notice && [
    [msg('处理者', { id: 'comments.notice.handler' }), notice.handler],
    [msg('目的', { id: 'comments.notice.purpose' }), notice.purpose],
    [msg('方式', { id: 'comments.notice.means' }), notice.means],
    [msg('种类', { id: 'comments.notice.kinds' }), notice.kinds],
    [msg('保存期限', { id: 'comments.notice.retention' }), notice.retention],
    [msg('您的权利', { id: 'comments.notice.rights' }), notice.rights],
  ];
  return html`<slot name="notice"
    >${
      points
        ? html`<details class="notice" part="notice" open>
            <summary>${msg('个人信息处理告知', { id: 'comments.notice' })}</summary>
            <dl class="muted">
              ${points.map(
                ([name, text]) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd lang=${wanted} dir=${directionOf(wanted)}>${text}</dd>
                  </div>`,
              )}
            </dl>
          </details>`
        : nothing
    }</slot
  >`;
}
