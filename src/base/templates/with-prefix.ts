import type { TemplateResult } from 'lit';

const known = new WeakMap<TemplateStringsArray, Map<string, TemplateStringsArray>>();

/** Replaces the prefix in the static text of a template. Only tags change, not names of events. */
function renamed(strings: TemplateStringsArray, prefix: string): TemplateStringsArray {
  const texts = strings.map((text) => text.replace(/(<\/?)customs-/g, `$1${prefix}-`));
  return Object.assign(texts, { raw: texts });
}

/**
 * Gives the tags in a template the prefix under which the elements are registered:
 * `<customs-duty-list>` becomes `<police-duty-list>`. Sources keep literal tags, which tools can
 * read. The same array is returned each time, because Lit knows templates by it.
 *
 * @param prefix - checked by `isPrefix`, because it becomes HTML
 */
export function withPrefix(prefix: string, template: TemplateResult): TemplateResult {
  if (prefix === 'customs') return template;
  const { strings } = template;
  const ofTemplate = known.get(strings) ?? new Map<string, TemplateStringsArray>();
  known.set(strings, ofTemplate);
  const named = ofTemplate.get(prefix) ?? renamed(strings, prefix);
  ofTemplate.set(prefix, named);
  return { ...template, strings: named };
}
