import type { TemplateResult } from 'lit';
import type { Agency } from '../../agency/model.js';
import type { CustomsElement } from './customs-element.js';

/**
 * What an element shows as HTML that needs no script and no shadow root: without parts, classes, slots and listeners.
 * Every room that shows an agency has one in its `plain.ts`. `isAlone` says that nothing else on the page has the same
 * identifiers. Lists are written so that the elements can read them again.
 */
export type Plain = (element: CustomsElement, agency: Agency, isAlone: boolean) => TemplateResult;
