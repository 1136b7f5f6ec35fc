import { nothing, type TemplateResult } from 'lit';
import type { Agency } from '../../agency/model.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { inElderMode } from '../../base/reader/preferences.js';
import { html } from '../../base/templates/html.js';
import { withPrefix } from '../../base/templates/with-prefix.js';
import type { CommentProvider } from '../../comments/types.js';
import { tagOf, type ElementName } from '../../elements.js';

/** What a page hands on to the elements that it draws. */
export interface Page extends CustomsElement {
  readonly filter: boolean;
  readonly hideWhenEmpty: boolean;
  readonly externalNotice: boolean;
  readonly trusted: string;
  readonly endpoint: string;
  readonly engine: string;
  readonly site: string;
  readonly thread: string;
  readonly provider: CommentProvider | undefined;
  /** First part of its own tag, and so of the tags that it draws. */
  readonly tagPrefix: string;
  /** True if the author gave a privacy notice for the comments. */
  readonly hasNotice: boolean;
}

/** A part of the page: the element that shows it, and its name in the table of contents. */
export interface PagePart {
  /** Tag of the element, which is also the fragment that leads to it in the page address. */
  readonly tag: string;
  readonly label: string;
  /** Language of the label. */
  readonly lang: string;
  readonly element: TemplateResult;
}

/** Deepest level of a heading. */
const DEEPEST = 6;

/**
 * Lists what an agency has, in the order of the page. The elements get their data as a property.
 * `agency="none"` keeps them from showing the built-in agency before it is there.
 */
export function partsOf(page: Page, agency: Agency): PagePart[] {
  const { level, msg, localization, tagPrefix: prefix } = page;
  const inside = Math.min(level + 1, DEEPEST);
  // Light and dark are inherited as `color-scheme`.
  const theme = page.theme === 'contrast' ? page.theme : nothing;
  // A server knows no ancestors, so each element is told.
  const elder = inElderMode(page);
  const part = (
    name: ElementName,
    label: string,
    element: TemplateResult,
    lang = localization.language,
  ): PagePart => ({
    tag: tagOf(name, prefix),
    label,
    lang,
    element: withPrefix(prefix, element),
  });
  const parts = [
    part(
      'profile-card',
      msg('概况', { id: 'profile.overview' }),
      html`<customs-profile-card
        agency="none"
        variant="full"
        heading-level=${level}
        theme=${theme}
        ?elder=${elder}
        .data=${agency}
        ><slot name="emblem" slot="emblem"></slot
      ></customs-profile-card>`,
    ),
  ];
  if (agency.duties?.items.length) {
    parts.push(
      part(
        'duty-list',
        msg('主要职能', { id: 'duties.heading' }),
        html`<customs-duty-list
          agency="none"
          heading-level=${inside}
          theme=${theme}
          ?elder=${elder}
          ?filter=${page.filter}
          .data=${agency}
        ></customs-duty-list>`,
      ),
    );
  }
  if (agency.ranks) {
    parts.push(
      part(
        'rank-ladder',
        agency.ranks.name,
        html`<customs-rank-ladder
          agency="none"
          heading-level=${inside}
          theme=${theme}
          ?elder=${elder}
          .data=${agency}
        ></customs-rank-ladder>`,
        agency.lang,
      ),
    );
  }
  if (agency.links?.length) {
    parts.push(
      part(
        'link-list',
        msg('相关', { id: 'links.heading' }),
        html`<customs-link-list
          agency="none"
          heading-level=${inside}
          theme=${theme}
          trusted=${page.trusted}
          ?elder=${elder}
          ?external-notice=${page.externalNotice}
          .data=${agency}
        ></customs-link-list>`,
      ),
    );
  }
  if (page.endpoint || page.provider) {
    parts.push(
      part(
        'comment-box',
        msg('评论', { id: 'comments.heading' }),
        html`<customs-comment-box
          heading-level=${inside}
          theme=${theme}
          endpoint=${page.endpoint || nothing}
          engine=${page.engine}
          site=${page.site || nothing}
          thread=${page.thread || nothing}
          ?elder=${elder}
          ?hide-when-empty=${page.hideWhenEmpty}
          .provider=${page.provider}
          >${page.hasNotice ? html`<slot name="notice" slot="notice"></slot>` : nothing}</customs-comment-box
        >`,
      ),
    );
  }
  return parts;
}
