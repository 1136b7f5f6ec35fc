/* What pages of the project keep in the browser. Where storage is forbidden, it lasts as long as the page. */

/** Key under which the editor keeps the agency for the builder, as JSON text. */
export const AGENCY_KEY = 'customs-editor/agency';

/** A text in the storage of the browser. */
export interface Kept {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

/** Keeps a text under a key: `localStorage` for all tabs, `sessionStorage` for this one. */
export function keep(storage: 'localStorage' | 'sessionStorage', key: string): Kept {
  return {
    read: () => {
      try {
        return window[storage].getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    write: (text) => {
      try {
        window[storage].setItem(key, text);
      } catch {
        // Nothing else can be done, and the text is still on the screen.
      }
    },
  };
}
