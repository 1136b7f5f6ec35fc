import { nothing } from 'lit';
import { rankFacts } from '../../agency/rank-facts.js';
import { html } from '../../base/templates/html.js';
import { renderPlainSource } from '../../base/templates/citation.js';
import { renderHeading } from '../../base/templates/heading.js';
import type { Plain } from '../../base/element/plain.js';
import { composedNote } from './rank-parts.js';
import { renderTable } from './table-view.js';

/** Renders a system of ranks as plain HTML, with a table for each track. */
export const plain: Plain = (element, agency) => {
  const system = agency.ranks!;
  const { name, summary, source, tracks } = system;
  const tables = tracks.map((track) => ({
    element,
    lang: agency.lang,
    system,
    track,
    facts: rankFacts(system, track),
  }));
  const note = composedNote(
    element,
    tables.flatMap(({ facts }) => facts),
  );
  return html`${renderHeading(element.level, name, nothing)}
  ${summary ? html`<p>${summary}</p>` : nothing}
  ${tables.map(
    (table) =>
      html`${
        table.track.name ? renderHeading(element.level + 1, table.track.name, nothing) : nothing
      }${renderTable(table)}`,
  )}
  ${note ? html`<p>${note}</p>` : nothing} ${renderPlainSource(element, agency, source)}`;
};
