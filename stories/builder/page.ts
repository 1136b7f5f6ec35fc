/* The embed builder: webmasters choose one element or a whole page, see it, and copy the code. */
import { define, LOCALES, parse, provideStrings } from 'customs-widgets';
import { render as renderElement, stylesheetOf } from 'customs-widgets/render';
import { html, render } from 'lit';
import { agencies, declared, files, strings, version } from 'virtual:published';
import { copyText, type Copied } from '../pages/copy.js';
import { readText } from '../pages/files.js';
import { header, isFromDisk } from '../pages/header.js';
import type { PageLanguage } from '../pages/languages.js';
import { keepLanguage, openingLanguage } from '../pages/opening-language.js';
import { AGENCY_KEY, keep } from '../pages/storage.js';
import { COMMON_TEXTS } from '../pages/texts.js';
import { change, fromAddress, toAddress, type Changes, type Choices } from './choices.js';
import { codeSection } from './code-section.js';
import type { Context } from './context.js';
import { readElements } from './elements.js';
import { form } from './form.js';
import { intro } from './intro.js';
import { Preview } from './preview.js';
import { previewSection } from './preview-section.js';
import { snippet } from './snippets/snippet.js';
import { Sources, type Source } from './sources.js';
import { Space } from './space.js';
import { TEXTS } from './texts/texts.js';
import type { Facts, Widget } from './types.js';
import { downloadFile } from './whole/downloads.js';
import { widgetsOf } from './whole/parts.js';
import { resultSection } from './whole/result-section.js';
import type { SiteFile } from './whole/types.js';
import { wholePage } from './whole/whole-page.js';

/** Milliseconds of a pause in typing, after which the preview updates. */
const PAUSE = 300;

define();
provideStrings('en', strings);

const elements = readElements(declared, LOCALES);
const [fallbackElement] = elements.values();
const root = document.getElementById('builder');
const draft = keep('sessionStorage', 'customs-builder/json');
const fromEditor = keep('localStorage', AGENCY_KEY);
const sources = new Sources(read, agencies, fromEditor.read, update);
const preview = new Preview(update);
const space = new Space(update);

let choices: Choices = {
  ...fromAddress(location.search, [...elements.keys()], openingLanguage()),
  json: draft.read(),
};
let previewed = choices;
let copied: Copied = {};
/** The JSON that something else has replaced. */
let replaced = '';
let fileFault = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads a value as the page would: relative addresses are those beside it. */
function read(value: unknown): ReturnType<typeof parse> {
  return parse(value, { base: isFromDisk() ? 'https://www.example.org/' : location.href });
}

function settle(): void {
  previewed = choices;
  update();
}

function onChange(changes: Changes): void {
  choices = change(choices, changes);
  if ('json' in changes) {
    draft.write(choices.json);
    fileFault = '';
  }
  copied = {};
  history.replaceState(
    null,
    '',
    `${location.pathname}${toAddress(choices, openingLanguage())}${location.hash}`,
  );
  clearTimeout(timer);
  // Without a pause, every letter of an address would send a request.
  timer = setTimeout(settle, 'attributes' in changes ? PAUSE : 0);
  update();
}

function onReplace(json: string): void {
  if (choices.json.trim() && choices.json !== json) replaced = choices.json;
  onChange({ json });
}

function onDownload(id: string, file: SiteFile): void {
  downloadFile(file);
  copied = { id, file: file.name };
  update();
}

/** Speaks another language, now and later. */
function onLanguage(page: PageLanguage): void {
  keepLanguage(page);
  onChange({ page });
}

async function onFile(file: File): Promise<void> {
  try {
    onReplace(await readText(file));
  } catch {
    fileFault = COMMON_TEXTS[choices.page].unreadable(file.name);
    update();
  }
}

function onUndo(): void {
  const json = replaced;
  replaced = '';
  onChange({ json });
}

async function onCopy(id: string, text: string): Promise<void> {
  copied = await copyText(id, text);
  update();
}

/** Elements that are shown: the chosen one, or those of the whole page. */
function shownOf(chosen: Choices): readonly Widget[] {
  if (chosen.make === 'page') return widgetsOf(chosen, elements);
  const widget = elements.get(chosen.widget) ?? fallbackElement;
  return widget ? [widget] : [];
}

/** What code is made from. */
function factsOf({ agency, written }: Source): Facts {
  const { heights } = space;
  const library = { render: renderElement, stylesheetOf };
  return { version, files, elements, ...library, agency, written, heights };
}

function contextOf(element: Widget): Context {
  const attributes = { ...choices.attributes, src: previewed.attributes['src'] };
  return {
    texts: TEXTS[choices.page],
    common: COMMON_TEXTS[choices.page],
    choices,
    elements,
    element,
    shown: shownOf(choices),
    source: sources.read({ ...choices, attributes }),
    copied,
    fileFault,
    canUndo: replaced !== '',
    onChange,
    onCopy: (id, text) => void onCopy(id, text),
    onDownload,
    onFile: (file) => void onFile(file),
    onSample: () => onReplace(JSON.stringify(agencies['gacc']?.['zh-Hans'], null, 2)),
    onReplace,
    onUndo,
  };
}

function update(): void {
  const [element] = shownOf({ ...choices, make: 'element' });
  if (!root || !element) return;
  const data = sources.read(previewed);
  const shown = shownOf(previewed);
  const [single] = shown;
  if (single && previewed.make === 'element') void space.follow(single, previewed, data.agency);
  const context = contextOf(element);
  document.documentElement.lang = choices.page;
  document.title = `${context.texts.title} · customs-widgets`;
  const facts = factsOf(context.source);
  const page = choices.make === 'page' ? wholePage(choices, facts) : undefined;
  const isShown = preview.show(previewed, shown, data);
  render(
    html`${header({
        language: choices.page,
        page: 'builder',
        onLanguage,
      })}
      <main id="main" tabindex="-1">
        ${intro(context)}
        <div class="columns">
          ${form(context)} ${previewSection(context, preview, isShown, page)}
        </div>
        ${page ? resultSection(context, page) : codeSection(context, snippet(choices, facts))}
      </main>`,
    root,
  );
}

// Another tab has the editor.
addEventListener('storage', update);
root?.replaceChildren();
update();
