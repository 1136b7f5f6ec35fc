import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type CSSResult, type TemplateResult } from 'lit';
import { conversation, engineWith } from './sample-comments.js';

/* Whole pages around the elements, each with the typical faults of its kind. */

const meta: Meta = { title: 'Pages', args: {}, parameters: { controls: { disable: true } } };

export default meta;

const page = (styles: CSSResult, content: TemplateResult): TemplateResult =>
  html`<style>
      ${styles}</style
    >${content}`;

/** Everything about the agency on one page, like the page that the texts come from. */
export const SeedPage: StoryObj = {
  render: () => {
    const provider = engineWith(conversation);
    return page(
      css`
        .seed {
          display: grid;
          gap: 16px;
          max-inline-size: 960px;
          margin: 0 auto;
        }
      `,
      html`<main class="seed">
        <customs-profile-card heading-level="1" variant="full"></customs-profile-card>
        <customs-duty-list filter></customs-duty-list>
        <customs-rank-ladder></customs-rank-ladder>
        <customs-link-list></customs-link-list>
        <customs-comment-box
          thread="seed"
          .provider=${provider}
          .captchaProvider=${provider}
        ></customs-comment-box>
      </main>`,
    );
  },
};

/** An article on a partner site, with the agency in a narrow column beside it. */
export const PartnerSidebar: StoryObj = {
  render: () =>
    page(
      css`
        .partner {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 300px);
          gap: 24px;
          font:
            17px/1.7 Georgia,
            serif;
        }
        @media (max-width: 640px) {
          .partner {
            grid-template-columns: minmax(0, 1fr);
          }
        }
        .partner aside {
          display: grid;
          gap: 16px;
          align-content: start;
        }
      `,
      html`<div class="partner">
        <main lang="zh-Hans">
          <h1>跨境电商如何申报</h1>
          <p>示例伙伴网站的文章。右侧是海关总署的名片和相关链接，由两个元素显示。</p>
        </main>
        <aside aria-label="海关总署">
          <customs-profile-card></customs-profile-card>
          <customs-link-list></customs-link-list>
        </aside>
      </div>`,
    ),
};

/** A page of 2003: tables, 12 px text everywhere, its own font, lines far too low. */
export const OldTableLayout: StoryObj = {
  render: () =>
    page(
      css`
        .old,
        .old * {
          font-size: 12px;
          line-height: 14px;
          text-indent: 2em;
        }
        .old {
          inline-size: 100%;
          table-layout: fixed;
          border-collapse: collapse;
          background: #d4e4f4;
          font-family: SimSun, serif;
          text-align: center;
        }
        .old td {
          padding: 4px;
          vertical-align: top;
        }
      `,
      html`<table class="old" role="presentation" lang="zh-Hans">
        <tr>
          <td><p>首页 | 政务公开 | 办事指南</p></td>
        </tr>
        <tr>
          <td>
            <customs-profile-card></customs-profile-card>
            <customs-duty-list></customs-duty-list>
          </td>
        </tr>
      </table>`,
    ),
};

/** A dashboard that is always dark, whatever the system prefers. */
export const DarkDashboard: StoryObj = {
  render: () =>
    page(
      css`
        .dashboard {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
          gap: 16px;
          align-items: start;
          padding: 16px;
          background: #06090d;
          color: #e9eef4;
          color-scheme: dark;
          --customs-radius: 2px;
          --customs-space: 6px;
        }
        .dashboard h1 {
          grid-column: 1 / -1;
          margin: 0;
        }
      `,
      html`<main class="dashboard" lang="en">
        <h1>Partner agencies</h1>
        <customs-profile-card></customs-profile-card>
        <customs-link-list></customs-link-list>
        <customs-rank-ladder view="table"></customs-rank-ladder>
      </main>`,
    ),
};
