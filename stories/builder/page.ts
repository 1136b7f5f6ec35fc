// @ts-nocheck
/* The embed builder: webmasters choose an element, see it, and copy the snippet. */
import { define, LOCALES, parse, provideStrings } from 'customs-widgets';
import { render as renderElement } from 'customs-widgets/render';
import { html, nothing, render } from 'lit';
import { change, fromAddress, toAddress } from './choices.js';
import { code } from './code.js';
import { readElements } from './elements.js';
import { radios } from './fields.js';
import { form } from './form.js';
import { readText } from './json.js';
import { hasService, Preview } from './preview.js';
import { snippet } from './snippets.js';
import { Sources } from './sources.js';
import { Space } from './space.js';
import { TEXTS } from './texts.js';

/** Folder of the library on this page. Snippets may name another folder. */
const FILES = 'cdn/';
/** Key of the JSON in session storage, where it survives a reload. */
const DRAFT = 'customs-builder/json';
/** Milliseconds of a pause in typing, after which the preview updates. */
const PAUSE = 300;

const get = async (address) => (await fetch(address)).json();
const [manifest, { version, files }, strings] = await Promise.all(
  ['bundle/custom-elements.json', `${FILES}integrity.json`, `${FILES}strings/en.json`].map(get),
);
define();
provideStrings('en', strings);

const elements = readElements(manifest, LOCALES);
const root = document.querySelector('#builder');
const sources = new Sources(parse, FILES, () => update());
const preview = new Preview(() => update());
const space = new Space(() => update());

/** Stores the JSON. If storage is forbidden, it lasts as long as the page. */
const draft = {
  read() {
    try {
      return sessionStorage.getItem(DRAFT) ?? '';
    } catch {
      return '';
    }
  },
  write(text) {
    try {
      sessionStorage.setItem(DRAFT, text);
    } catch {
      // Nothing else can be done, and the text is still on the screen.
    }
  },
};

let choices = { ...fromAddress(location.search, [...elements.keys()]), json: draft.read() };
let previewed = choices;
let copied = {};
/** The JSON that a file or the sample has replaced. */
let replaced = '';
let timer;

function onChange(changes) {
  choices = change(choices, changes);
  if ('json' in changes) draft.write(choices.json);
  copied = {};
  history.replaceState(null, '', `${location.pathname}${toAddress(choices)}${location.hash}`);
  clearTimeout(timer);
  // Without a pause, every letter of an address would send a request.
  timer = setTimeout(settle, 'attributes' in changes ? PAUSE : 0);
  update();
}

function settle() {
  previewed = choices;
  update();
}

function replaceJson(json) {
  if (choices.json.trim() && choices.json !== json) replaced = choices.json;
  onChange({ json });
}

async function onFile(input) {
  const [file] = input.files;
  if (file) replaceJson(await readText(file));
  // Allows reading the same file again after a change.
  input.value = '';
}

async function onSample() {
  replaceJson(JSON.stringify(await get(`${FILES}gacc/zh-Hans.json`), null, 2));
}

function onUndo() {
  const json = replaced;
  replaced = '';
  onChange({ json });
}

async function onCopy(id, text) {
  try {
    await navigator.clipboard.writeText(text);
    copied = { id, outcome: 'done' };
  } catch {
    const place = document.getElementById(id);
    if (place) getSelection().selectAllChildren(place);
    copied = { id, outcome: 'selected' };
  }
  update();
}

function previewSection(texts, element, source) {
  const shown = preview.show(previewed, elements.get(previewed.widget), source);
  const made = element.comments && !hasService(choices);
  const { scale } = preview;
  const choose = (name, legend, values) =>
    radios({
      name,
      legend,
      small: true,
      hidden: true,
      value: choices[name],
      options: values.map((value) => [value, texts[value]]),
      onChange: (value) => onChange({ [name]: value }),
    });
  return html`<section class="preview" aria-labelledby="preview">
    <div class="preview-head">
      <h2 id="preview">${texts.preview}</h2>
      ${choose('width', texts.width, ['phone', 'desktop'])}
      ${choose('scheme', texts.scheme, ['light', 'dark'])}
    </div>
    <div class="stage-frame" role="group" tabindex="0" aria-label=${texts.stage}>
      ${preview.stage}
    </div>
    <p class="hint">
      ${shown ? nothing : texts.previewWaits} ${made ? texts.demoComments : nothing}
      ${shown && scale < 1 ? texts.scaled(Math.round(scale * 100)) : nothing}
    </p>
    <p class="to-code"><a href="#code-section">${texts.toCode}</a></p>
  </section>`;
}

function head(texts) {
  return html`<header class="bar">
    <a class="skip" href="#main">${texts.skip}</a>
    <p class="brand">customs-widgets</p>
    <nav><a href="index.html" target="_top">${texts.home}</a></nav>
    <label
      ><span>${texts.language}</span>
      <select name="page" @change=${(event) => onChange({ page: event.target.value })}>
        <option value="zh-Hans" lang="zh-Hans" .selected=${choices.page === 'zh-Hans'}>
          简体中文
        </option>
        <option value="en" lang="en" .selected=${choices.page === 'en'}>English</option>
      </select></label
    >
  </header>`;
}

function intro(texts) {
  const words = { done: texts.copied, selected: location.href };
  return html`<div class="intro">
    <h1>${texts.title}</h1>
    <p>${texts.lead}</p>
    <div class="actions">
      <button type="button" @click=${() => onCopy('address', location.href)}>${texts.share}</button>
      <p class="outcome" role="status">${copied.id === 'address' ? words[copied.outcome] : ''}</p>
    </div>
  </div>`;
}

function update() {
  const texts = TEXTS[choices.page];
  const element = elements.get(choices.widget);
  const source = sources.read({
    ...choices,
    attributes: { ...choices.attributes, src: previewed.attributes.src },
  });
  const shown = sources.read(previewed);
  void space.follow(elements.get(previewed.widget), previewed, shown.agency);
  const { agency } = source;
  const { heights } = space;
  const facts = { version, files, elements, render: renderElement, agency, heights };
  document.documentElement.lang = choices.page;
  document.title = `${texts.title} · customs-widgets`;
  const context = {
    texts,
    elements,
    element,
    choices,
    source,
    copied,
    result: snippet(choices, facts),
    canUndo: replaced !== '',
    onChange,
    onFile,
    onSample,
    onUndo,
    onCopy,
  };
  render(
    html`${head(texts)}
      <main id="main" tabindex="-1">
        ${intro(texts)}
        <div class="columns">${form(context)} ${previewSection(texts, element, shown)}</div>
        ${code(context)}
      </main>`,
    root,
  );
}

root.replaceChildren();
update();
