import { html } from '../../base/templates/html.js';
import type { Plain } from '../../base/element/plain.js';
import { partsOf, type Page } from './page-parts.js';

/** Renders a whole agency as plain HTML. What it draws renders as plain HTML in place of its tag. */
export const plain: Plain = (element, agency) =>
  html`${partsOf(element as Page, agency).map((part) => part.element)}`;
