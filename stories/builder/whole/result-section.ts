/* The finished page: its files to copy or download, where they go, and how to update them. */
import { html, nothing, type TemplateResult } from 'lit';
import { optionsOf, radios } from '../../pages/choices.js';
import { block } from '../../pages/copy.js';
import { isOwnData, pageFormOf, type Choices, type PageForm } from '../choices.js';
import { partBlocks, policyBlock } from '../code-section.js';
import type { Context } from '../context.js';
import { setting, type Setting } from '../settings.js';
import { folderOf } from '../snippets/situation.js';
import { WHOLE_TEXTS } from './texts.js';
import type { SiteFile, WholePage } from './types.js';

type Words = (typeof WHOLE_TEXTS)['en'];

function settingsOf(form: PageForm, { styles }: Choices): readonly Setting[] {
  if (form !== 'html') return ['script', 'folder'];
  return styles === 'files' ? ['styles', 'folder'] : ['styles'];
}

function fileBlock(file: SiteFile, context: Context): TemplateResult {
  const { name, code } = file;
  const { choices, common, copied, onCopy, onDownload } = context;
  const id = `file-${name.replace('.', '-')}`;
  return block({
    id,
    label: WHOLE_TEXTS[choices.page].files[name],
    code,
    outcome: copied.id === id ? copied.outcome : undefined,
    file: { name, isDownloaded: copied.id === id && copied.file === name },
    texts: common,
    onCopy,
    onDownload: () => onDownload(id, file),
  });
}

const steps = (title: string, id: string, lines: readonly string[]): TemplateResult =>
  html`<section class="steps" aria-labelledby=${id}>
    <h3 id=${id}>${title}</h3>
    <ol>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ol>
  </section>`;

/** Lists what to upload, in order. */
export const uploadSteps = (page: WholePage, choices: Choices, texts: Words): readonly string[] => [
  ...page.files.map(({ name }) => texts.uploadFile[name]),
  ...(page.usesFolder ? [texts.uploadFolder(folderOf(choices))] : []),
  texts.uploadLook,
];

/** Says how to update the data, and how to update the library. */
export function updateSteps(page: WholePage, choices: Choices, texts: Words): readonly string[] {
  const hasFile = page.files.some(({ name }) => name === 'agency.json');
  const isInside = !hasFile && (isOwnData(choices) || pageFormOf(choices) === 'html');
  const key = hasFile ? 'file' : isInside ? 'inside' : choices.data === 'src' ? 'src' : 'gacc';
  return [
    texts.updateData[key],
    ...(page.hasCopy ? [texts.updateCopy] : []),
    ...(page.usesFolder ? [texts.updateFolder] : []),
    ...(page.isPinned ? [texts.updatePinned] : []),
  ];
}

function pageFiles(page: WholePage, context: Context): TemplateResult {
  const { choices } = context;
  const texts = WHOLE_TEXTS[choices.page];
  return html`${page.files.map((file) => fileBlock(file, context))}
    <div class="columns-of-steps">
      ${steps(texts.upload, 'upload', uploadSteps(page, choices, texts))}
      ${steps(texts.update, 'update', updateSteps(page, choices, texts))}
    </div>
    ${
      page.fragments.length
        ? html`<h3>${texts.fragments}</h3>
            <p class="note">${texts.fragmentsHint}</p>
            ${partBlocks(page.fragments, context, 'fragment')}`
        : nothing
    }
    ${policyBlock(page.policy, context)}`;
}

/** Renders the part of the page with the result. */
export function resultSection(context: Context, page: WholePage): TemplateResult {
  const { texts, choices, onChange } = context;
  const own = WHOLE_TEXTS[choices.page];
  const form = pageFormOf(choices);
  return html`<section class="code" aria-labelledby="code" id="code-section" tabindex="-1">
    <h2 id="code">${own.result}</h2>
    ${radios({
      name: 'form',
      legend: texts.form,
      hidden: true,
      value: form,
      options: optionsOf(own.forms),
      onChange: (chosen) => onChange({ form: chosen }),
    })}
    <div class="settings">${settingsOf(form, choices).map((name) => setting(name, context))}</div>
    <div role="status">
      ${page.problem ? html`<p class="waiting">${texts.problem[page.problem]}</p>` : nothing}
    </div>
    ${page.problem ? nothing : pageFiles(page, context)}
    ${page.leftOut.map((reason) => html`<p class="note">${own.leftOut} ${texts.problem[reason]}</p>`)}
    ${page.notes.map((note) => html`<p class="note">${texts.notes[note]}</p>`)}
  </section>`;
}
