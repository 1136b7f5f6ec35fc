import type { TemplateResult } from 'lit';
import type { Agency } from '../../agency/model.js';
import type { CustomsElement } from './customs-element.js';

/**
 * Renders an element as HTML that needs no script and no shadow root: without parts, classes, slots
 * and listeners. Every element that shows an agency has such a function in its `plain.ts`.
 * `isAlone` is true if nothing else on the page uses the same ids. Lists are written so that the
 * elements can read them again.
 */
export type Plain = (element: CustomsElement, agency: Agency, isAlone: boolean) => TemplateResult;
