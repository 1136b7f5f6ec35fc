/* The live element, in a box as wide as a phone or a desktop column. */
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { attributesToShow } from './elements.js';
import { isForeign } from './policy.js';

/** Width of the box in CSS px. */
const WIDTHS = { phone: 360, desktop: 1024 };

const HOUR = 3_600_000;
const sample = (id, body, hours, more = {}) => ({
  id,
  parentId: null,
  kind: 'comment',
  status: 'published',
  body,
  lang: 'zh-Hans',
  authorName: null,
  createdAt: new Date(Date.now() - hours * HOUR).toISOString(),
  replyCount: 0,
  replies: [],
  ...more,
});

/** Made-up comments. Nobody said any of this. */
const SAMPLES = [
  sample('1', '请问个人邮寄进境物品的限值在哪里可以查到？', 50, { authorName: '张三' }),
  sample('2', '您好，请在示例机关网站“政务公开”栏目查询。', 26, {
    parentId: '1',
    kind: 'official-reply',
    authorName: '示例机关',
  }),
  sample('3', '办事大厅的叫号系统很方便。', 5),
];

/** True if this page can reach the real comments. */
export const hasService = ({ attributes: { endpoint, site, engine = 'http' } }) =>
  Boolean(endpoint) && !isForeign(endpoint) && (Boolean(site) || engine !== 'http');

/** The box. It is outside of the templates, so changes of the form do not disturb it. */
export class Preview {
  /** Scrolls if the content is higher than the page allows. */
  stage = document.createElement('div');

  /** Scale of the box, 1 for full size. */
  scale = 1;

  #screen = document.createElement('div');
  #element;
  #made = '';
  #scaled;

  /** @param scaled - called when the scale has changed */
  constructor(scaled) {
    this.#scaled = scaled;
    this.stage.className = 'stage';
    this.#screen.className = 'screen';
    const holder = document.createElement('div');
    holder.className = 'holder';
    holder.append(this.#screen);
    this.stage.append(holder);
    const observer = new ResizeObserver(() => this.#fit(holder));
    observer.observe(this.stage);
    observer.observe(this.#screen);
  }

  /**
   * Shows the choices.
   *
   * @param choices - the choices
   * @param element - entry of the chosen element in the manifest
   * @param source - result of `Sources`
   * @returns true if there is anything to see
   */
  show(choices, element, source) {
    const { width, scheme } = choices;
    Object.assign(this.#screen.dataset, { width, scheme });
    this.#screen.lang = choices.attributes.lang || 'zh-Hans';
    const visible = !element.agency || source.agency !== undefined;
    this.stage.hidden = !visible;
    if (!visible) return false;
    const real = element.comments && hasService(choices);
    const kind = `${element.name} ${real}`;
    if (kind !== this.#made) {
      this.#made = kind;
      this.#element = document.createElement(`customs-${element.name}`);
      if (element.comments && !real) this.#element.provider = new MemoryCommentProvider(SAMPLES);
      this.#screen.replaceChildren(this.#element);
    }
    const wanted = new Map(attributesToShow(element, choices));
    for (const { name } of element.attributes) {
      const value = wanted.get(name);
      if (value === undefined) this.#element.removeAttribute(name);
      else this.#element.setAttribute(name, value === true ? '' : value);
    }
    if (element.agency) this.#element.data = source.agency;
    return true;
  }

  #fit(holder) {
    const { clientWidth } = this.stage;
    if (!clientWidth) return;
    const scale = Math.min(1, clientWidth / WIDTHS[this.#screen.dataset.width ?? 'phone']);
    this.#screen.style.setProperty('--scale', String(scale));
    holder.style.setProperty('block-size', `${this.#screen.offsetHeight * scale}px`);
    if (scale === this.scale) return;
    this.scale = scale;
    this.#scaled();
  }
}
