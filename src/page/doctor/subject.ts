import type { AgencyElement } from '../../base/element/agency-element.js';
import type { CustomsElement } from '../../base/element/customs-element.js';

/** Any element of any copy of the library, with the state of its data or its comment settings. */
export type Subject = HTMLElement &
  Pick<CustomsElement, 'localization'> &
  Partial<Pick<AgencyElement, 'state' | 'hideWhenEmpty'>> & {
    readonly data?: unknown;
    readonly endpoint?: string;
    readonly thread?: string;
    readonly provider?: unknown;
  };
