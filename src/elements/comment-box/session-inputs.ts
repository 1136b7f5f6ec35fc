import { pageSizeOf } from '../../comments/list.js';
import type { SessionInputs } from '../../comments/requirements.js';

/** Settings of a box that its session uses, and that may change while it runs. */
type Settings = Pick<SessionInputs, 'captchaProvider' | 'identityProvider' | 'pageSize' | 'sort'>;

/** Collects what a session takes from its box: settings, and what the page has put into the slots. */
export function sessionInputs(box: Element, { pageSize, ...settings }: Settings): SessionInputs {
  const slotted = (slot: string): Element[] =>
    [...box.children].filter((child) => child.slot === slot);
  return {
    ...settings,
    captchaElements: slotted('captcha'),
    hasNotice: slotted('notice').length > 0,
    pageSize: pageSizeOf(pageSize),
  };
}
