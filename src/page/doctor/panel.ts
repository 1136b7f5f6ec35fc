import type { Report } from './findings.js';

const STYLES = `
  :host { all: initial; position: fixed; bottom: 16px; right: 16px; z-index: 2147483647; color-scheme: light; }
  section { box-sizing: border-box; inline-size: 480px; max-inline-size: calc(100vw - 32px); max-block-size: 70vh; overflow: auto; padding: 16px; border: 2px solid #0b4f8a; border-radius: 8px; background: #fff; color: #17212d; font: 16px/1.6 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
  h2 { margin: 0 0 8px; font-size: 18px; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { padding: 8px 0; border-block-start: 1px solid #d3dbe4; }
  .error strong { color: #b3261e; }
  button { min-block-size: 44px; padding: 0 16px; border: 1px solid #0b4f8a; border-radius: 8px; background: #fff; color: #0b4f8a; font: inherit; cursor: pointer; }
  button:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
  @media print { :host { display: none; } }
`;

const WORDS = {
  'zh-Hans': { error: '错误', warning: '警告', info: '提示', show: '显示元素', close: '关闭' },
  en: { error: 'Error', warning: 'Warning', info: 'Note', show: 'Show element', close: 'Close' },
} as const;

function create(tag: string, text = '', ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(text, ...children);
  return element;
}

function button(text: string, onClick: () => void): HTMLElement {
  const element = create('button', text);
  element.addEventListener('click', onClick);
  return element;
}

let shown: HTMLElement | undefined;

/** Shows the report on the page, in place of an earlier one. */
export function showPanel({ title, findings, language }: Report): void {
  const words = WORDS[language];
  const host = document.createElement('div');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];

  const focused = document.activeElement as HTMLElement | null;
  const close = (): void => {
    host.remove();
    focused?.focus();
  };
  const list = create('ul');
  list.setAttribute('role', 'list');
  for (const { severity, message, element } of findings) {
    const item = create('li', '', create('strong', `${words[severity]} `), create('span', message));
    item.className = severity;
    if (element && element !== document.documentElement) {
      const show = button(words.show, () => element.scrollIntoView({ block: 'center' }));
      show.setAttribute('aria-label', `${words.show}: <${element.localName}>`);
      item.append(' ', show);
    }
    list.append(item);
  }
  const heading = create('h2', title);
  heading.id = 'title';
  const panel = create('section', '', heading, list, button(words.close, close));
  panel.setAttribute('aria-labelledby', 'title');
  panel.tabIndex = 0;
  panel.lang = language;
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  root.append(panel);
  shown?.remove();
  shown = host;
  document.body.append(host);
}
