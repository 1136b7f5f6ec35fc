/* Comments and their form, without anything around them. */
import { html } from 'lit';

const renderComment = ({ authorName, createdAt, body }) =>
  html`<li>
    <p>
      <strong>${authorName ?? '匿名'}</strong>
      <time datetime=${createdAt}>${createdAt.slice(0, 10)}</time>
    </p>
    <p>${body}</p>
  </li>`;

export const renderComments = (items) =>
  html`<section>
    <h2>评论</h2>
    <form>
      <p>
        <label>评论内容 <textarea name="body"></textarea></label>
      </p>
      <p>
        <label>称呼（可不填） <input name="authorName" /></label>
      </p>
      <p>
        <label><input type="checkbox" name="consent" /> 我已阅读个人信息处理说明</label>
      </p>
      <button>发表评论</button>
    </form>
    <h3>评论记录</h3>
    <ol>
      ${items.map(renderComment)}
    </ol>
  </section>`;
