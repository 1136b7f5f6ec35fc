/* What there is, and what is missing or doubtful. Each entry leads to its place. */
import { html, nothing, type TemplateResult } from 'lit';
import { tickIcon, warningIcon } from '../../src/base/templates/icons.js';
import type { Context } from './context.js';
import { countsOf } from './counts.js';
import { findingsOf, type Finding } from './findings.js';
import { placeOf } from './passage-actions.js';
import { indexOf } from './passages.js';

/** Problems that the findings tell, too; those lead to the place. */
const FOUND = /^\/(?:name$|asOf$|url$|links\/)/;

/** Leads to the passage, or to the field that is to be filled in. */
function lead({ id, role, kind }: Finding, { act }: Context): void {
  if (id !== undefined) {
    const part = kind === 'no-address' || (kind === 'wrong-address' && role === 'link');
    act.show({ order: 'text', panel: 'edit' }, placeOf(id, part ? 'address' : 'text'));
  } else if (role === 'as-of') act.show({ panel: 'edit' }, '#as-of');
  else if (role === 'source') act.show({ panel: 'edit' }, '#source-title');
  else {
    const on = role === 'duty' ? '#add-duty' : `#field-${role}`;
    act.show({ order: 'fields', panel: 'edit' }, on);
  }
}

function group(
  title: string,
  findings: readonly Finding[],
  context: Context,
): TemplateResult | typeof nothing {
  const { texts, work } = context;
  if (!findings.length) return nothing;
  return html`<h3>${title}</h3>
    <ul class="findings">
      ${findings.map(
        (finding) =>
          html`<li>
            <button
              type="button"
              class=${finding.isNeeded ? 'finding needed' : 'finding'}
              @click=${() => lead(finding, context)}
            >
              ${warningIcon}
              <span
                >${
                  finding.id === undefined
                    ? nothing
                    : html`<span class="where"
                        >${texts.place(indexOf(work.passages, finding.id) + 1)}</span
                      > `
                }${texts.findings[finding.kind]}</span
              >
            </button>
          </li>`,
      )}
    </ul>`;
}

/** Renders the check. */
export function check(context: Context): TemplateResult {
  const { texts, work, agency, problems, day } = context;
  const findings = findingsOf(work.passages, agency, day);
  const others = problems.filter(({ pointer }) => !FOUND.test(pointer));
  return html`<section class="check" aria-labelledby="check">
    <h2 id="check" tabindex="-1">${texts.check}</h2>
    <p class="agency-name">${agency.name || texts.noName}</p>
    <p class="counts">${texts.counts(countsOf(work.passages, agency))}</p>
    ${
      findings.length + others.length
        ? html`${group(
            texts.needed,
            findings.filter(({ isNeeded }) => isNeeded),
            context,
          )}
          ${group(
            texts.advised,
            findings.filter(({ isNeeded }) => !isNeeded),
            context,
          )}
          ${
            others.length
              ? html`<h3>${texts.others}</h3>
                  <ul class="others">
                    ${others.map(({ message }) => html`<li>${message}</li>`)}
                  </ul>`
              : nothing
          }`
        : html`<p class="complete">${tickIcon} ${texts.complete}</p>`
    }
  </section>`;
}
