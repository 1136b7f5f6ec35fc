import type { TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { html } from '../../../base/templates/html.js';

/** Renders that the page has changed, and where the text of the reader is. */
export const renderLeft = ({ msg }: CustomsElement): TemplateResult =>
  html`<p class="left screen-only" part="left" role="alert">
    ${msg('页面已切换。您在上一页写的评论尚未提交，已保存为草稿，返回上一页即可继续。', {
      id: 'comments.left-draft',
    })}
  </p>`;
