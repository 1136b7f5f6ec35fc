import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { closestTag, directionOf } from '../../../base/language/tags.js';
import type { Capabilities } from '../../../comments/types.js';

/**
 * Renders what 个人信息保护法 art. 17 requires before data is collected. The notice is open at first. The
 * slot `notice` replaces it.
 */
export function renderNotice(
  { msg, localization: { wanted: page } }: CustomsElement,
  { consent }: Capabilities,
): TemplateResult {
  const languages = Object.keys(consent?.notice ?? {});
  const language = closestTag(page, languages) ?? languages[0];
  const notice = language && consent?.notice[language];
  const points = notice && [
    [msg('个人信息处理者', { id: 'comments.notice.handler' }), notice.handler],
    [msg('处理目的', { id: 'comments.notice.purpose' }), notice.purpose],
    [msg('处理方式', { id: 'comments.notice.means' }), notice.means],
    [msg('个人信息种类', { id: 'comments.notice.kinds' }), notice.kinds],
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
                    <dd lang=${language} dir=${directionOf(language)}>${text}</dd>
                  </div>`,
              )}
            </dl>
          </details>`
        : nothing
    }</slot
  >`;
}
