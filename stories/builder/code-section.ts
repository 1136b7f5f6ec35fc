/* Snippets with copy buttons. */
import { html, nothing, type TemplateResult } from 'lit';
import { optionsOf, radios } from '../pages/choices.js';
import { block } from '../pages/copy.js';
import type { Context } from './context.js';
import { setting, SETTINGS } from './settings.js';
import type { Part, Snippet } from './types.js';

/** Renders parts to copy, with ids that begin alike. */
export function partBlocks(parts: readonly Part[], context: Context, id = 'part'): unknown {
  const { texts, common, copied, onCopy } = context;
  return parts.map(({ kind, label, code }, index) => {
    const own = `${id}-${index}`;
    return block({
      id: own,
      label: [texts.kinds[kind], label ? texts.labels[label] : ''].filter(Boolean).join(' · '),
      code,
      outcome: copied.id === own ? copied.outcome : undefined,
      texts: common,
      onCopy,
    });
  });
}

/** Renders the policy that the page needs. */
export function policyBlock(policy: string | undefined, context: Context): unknown {
  const { texts, common, copied, onCopy } = context;
  if (!policy) return nothing;
  const outcome = copied.id === 'policy' ? copied.outcome : undefined;
  return html`<p class="note policy-hint">${texts.policyHint}</p>
    ${block({ id: 'policy', label: texts.policy, code: policy, outcome, texts: common, onCopy })}`;
}

/** Renders the part of the page with the snippet. */
export function codeSection(
  context: Context,
  { problem, parts, policy, notes }: Snippet,
): TemplateResult {
  const { texts, choices, onChange } = context;
  return html`<section class="code" aria-labelledby="code" id="code-section" tabindex="-1">
    <h2 id="code">${texts.code}</h2>
    ${radios({
      name: 'form',
      legend: texts.form,
      hidden: true,
      value: choices.form,
      options: optionsOf(texts.forms),
      onChange: (form) => onChange({ form }),
    })}
    <div class="settings">${SETTINGS[choices.form].map((name) => setting(name, context))}</div>
    <div role="status">
      ${problem ? html`<p class="waiting">${texts.problem[problem]}</p>` : nothing}
    </div>
    ${partBlocks(parts, context)}
    ${notes.map((note) => html`<p class="note">${texts.notes[note]}</p>`)}
    ${policyBlock(policy, context)}
  </section>`;
}
