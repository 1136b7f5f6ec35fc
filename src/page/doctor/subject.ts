import type { AgencyElement } from '../../base/element/agency-element.js';
import type { LocalizationController } from '../../base/language/localization.js';

/** Any element of any copy of the library, with the state of its data or its comment settings. */
export type Subject = HTMLElement &
  Partial<Pick<AgencyElement, 'state' | 'hideWhenEmpty'>> & {
    readonly localization: LocalizationController;
    readonly data?: unknown;
    readonly endpoint?: string;
    readonly thread?: string;
    readonly provider?: unknown;
  };
