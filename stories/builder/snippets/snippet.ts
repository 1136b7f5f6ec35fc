/* Core of the builder: makes snippets from choices. It knows no page, so it is tested alone. */
import { brandCss } from '../brand/colours.js';
import type { Choices, Form } from '../choices.js';
import type { Facts, Part, Situation, Snippet, Written } from '../types.js';
import { asFrame, asOffline } from './elsewhere.js';
import { asHtml, asServer } from './rendered.js';
import { missing, situationOf } from './situation.js';
import { asNpm, asPlaceholder, asScript } from './with-script.js';

const WRITERS: Readonly<Record<Form, (situation: Situation) => Written>> = {
  script: asScript,
  placeholder: asPlaceholder,
  server: asServer,
  html: asHtml,
  npm: asNpm,
  offline: asOffline,
  frame: asFrame,
};

/** Writes the rule with the colour of the office. A frame has it in its address. */
function brandParts({ brand, form }: Choices): readonly Part[] {
  const code = form === 'frame' ? '' : brandCss(brand);
  return code ? [{ kind: 'css', label: 'theme', code }] : [];
}

/** Writes the snippet of the chosen element, or says what is missing for it. */
export function snippet(choices: Choices, facts: Facts): Snippet {
  const element = facts.elements.get(choices.widget);
  if (!element) return { problem: 'nothingShown', parts: [], notes: [] };
  const situation = situationOf(choices, facts, element);
  const problem = missing(situation);
  if (problem) return { problem, parts: [], notes: [] };
  const written = WRITERS[choices.form](situation);
  return { notes: [], ...written, parts: [...written.parts, ...brandParts(choices)] };
}
