/* The colour of the office: picked or typed, with its contrast in light and dark. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tickIcon, warningIcon } from '../../../src/base/templates/icons.js';
import { textField } from '../../pages/fields.js';
import type { Choices } from '../choices.js';
import { brandChecks, readableShade, readColour, SCHEMES, type Check } from './colours.js';
import { BRAND_TEXTS } from './texts.js';

type Words = (typeof BRAND_TEXTS)['en'];

/** Colour that the picker shows as long as none is chosen. */
const BLUE = '#0b4f8a';

const checkCell = ({ ratio, least, passes }: Check, texts: Words): TemplateResult =>
  html`<td class=${passes ? 'passes' : 'fails'}>
    ${passes ? tickIcon : warningIcon}${texts.check((Math.floor(ratio * 10) / 10).toFixed(1), least, passes)}
  </td>`;

function contrastTable(checks: readonly Check[], texts: Words): TemplateResult {
  const pairs = [...new Set(checks.map(({ pair }) => pair))];
  return html`<table class="contrast">
    <caption>
      ${texts.table}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${SCHEMES.map((scheme) => html`<th scope="col">${texts.schemes[scheme]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${pairs.map(
        (pair) =>
          html`<tr>
            <th scope="row">${texts.pairs[pair]}</th>
            ${checks.filter((check) => check.pair === pair).map((check) => checkCell(check, texts))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function verdict(colour: string, texts: Words, onBrand: (brand: string) => void): TemplateResult {
  const checks = brandChecks(colour);
  const passes = checks.every((check) => check.passes);
  return html`<div class="verdict" data-status=${passes ? 'ready' : 'invalid'} role="status">
      <p>${passes ? texts.passes : texts.low}</p>
    </div>
    ${contrastTable(checks, texts)}
    <div class="actions">
      ${
        passes
          ? nothing
          : html`<button
              type="button"
              class="primary"
              id="brand-nearest"
              @click=${() => onBrand(readableShade(colour, 'light'))}
            >
              ${texts.nearest}
            </button>`
      }
      <button type="button" @click=${() => onBrand('')}>${texts.reset}</button>
    </div>`;
}

/** Renders the picker, the field and what they lead to. */
export function brandSection(
  { page, brand }: Choices,
  onBrand: (brand: string) => void,
): TemplateResult {
  const texts = BRAND_TEXTS[page];
  const colour = readColour(brand);
  return html`<section class="step" aria-labelledby="brand-title">
    <h2 id="brand-title">${texts.title}</h2>
    <div class="brand-fields">
      <label class="picker"
        ><span>${texts.pick}</span
        ><input
          type="color"
          name="brand-picker"
          .value=${live(colour || BLUE)}
          @input=${({ target }: Event) => onBrand((target as HTMLInputElement).value)}
      /></label>
      ${textField({
        id: 'brand',
        name: 'brand',
        label: texts.code,
        hint: texts.hint,
        value: brand,
        fault: brand && !colour ? texts.fault : undefined,
        onInput: onBrand,
      })}
    </div>
    ${colour ? verdict(colour, texts, onBrand) : nothing}
  </section>`;
}
