/* Where the texts are from and when they were checked, and their language. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, selectField, textField } from '../pages/fields.js';
import type { Context } from './context.js';
import { isDay } from './days.js';
import { SOURCE_PARTS, sourceParts, type SourcePart } from './source.js';

/** Languages of texts of offices. An agency that was opened may have any other. */
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'bo', 'ug', 'mn', 'en', 'fr', 'ru', 'ar', 'es'];

/** Names a language in the language of the page. */
const nameOf = (tag: string, page: string): string => {
  try {
    return new Intl.DisplayNames([page], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

function asOfField({ texts, work, day, act }: Context): TemplateResult {
  const value = work.passages.find(({ role }) => role === 'as-of')?.text ?? '';
  const given = {
    id: 'as-of',
    label: texts.asOf,
    hint: texts.asOfHint,
    fault: value && !isDay(value) ? texts.notDay : undefined,
  };
  return html`${field(
      given,
      html`<input
        id="as-of"
        type="date"
        max=${day}
        aria-describedby=${describedBy(given)}
        .value=${live(isDay(value) ? value : '')}
        @input=${({ target }: Event) => act.setField('as-of', (target as HTMLInputElement).value)}
        @blur=${() => act.settle()}
      />`,
    )}
    <div class="actions">
      <button type="button" id="today" @click=${() => act.setField('as-of', day)}>
        ${texts.today(day)}
      </button>
    </div>`;
}

function sourceField(part: SourcePart, { texts, work, view, act }: Context): TemplateResult {
  const text = work.passages.find(({ role }) => role === 'source')?.text ?? '';
  const typed = view.typedSource[part];
  const value = typed ?? sourceParts(text)[part];
  const fault = typed && (part === 'date' ? texts.notDay : texts.notAddress);
  return textField({
    id: `source-${part}`,
    label: texts.sourceParts[part],
    hint: texts.sourceHints[part],
    value,
    fault,
    onInput: (written) => act.setSource(part, written),
  });
}

function languageField({ texts, work, agency, view, act }: Context): TemplateResult {
  const others = [work.lang, agency.lang].filter((one) => one && !LANGUAGES.includes(one));
  const named = (tag: string): string => nameOf(tag, view.language);
  return selectField({
    id: 'data-language',
    label: texts.language,
    value: work.lang,
    options: [
      ['', texts.languageOf(named(agency.lang))],
      ...[...new Set([...LANGUAGES, ...others])].map((tag) => [tag, named(tag)] as const),
    ],
    onInput: (lang) => act.setLanguage(lang),
  });
}

/** Renders the fields. */
export function facts(context: Context): TemplateResult {
  const { texts, act } = context;
  return html`<section class="facts step" aria-labelledby="facts" @focusout=${() => act.settle()}>
    <h2 id="facts" tabindex="-1">${texts.facts}</h2>
    <p class="hint">${texts.factsHint}</p>
    ${asOfField(context)}
    <div class="form-fields">
      ${SOURCE_PARTS.filter((part) => part !== 'note').map((part) => sourceField(part, context))}
    </div>
    ${languageField(context)}
  </section>`;
}
