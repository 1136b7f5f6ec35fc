import { allTokens, type Scheme, type Token } from './themes.js';

/** Work of a designer in the theme editor. */
export interface Draft {
  /** Name of the theme that the draft started from. */
  readonly theme: string;
  readonly scheme: Scheme;
  readonly tokens: readonly Token[];
}

const KEY = 'customs-widgets theme';

/** Starts a draft with the unchanged values of a theme. */
export const begin = (theme: string, scheme: Scheme = 'light'): Draft => ({
  theme,
  scheme,
  tokens: allTokens(theme),
});

/** Stores a draft as long as the tab is open, so a reload loses nothing. */
export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Browsers may forbid storage. The editor works without it.
  }
}

/** Loads the draft of this tab, if it fits the current tokens. */
export function keptDraft(): Draft | undefined {
  try {
    const draft = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Draft | null;
    const names = (tokens: readonly Token[]): string => tokens.map(({ name }) => name).join();
    const fits = draft && names(draft.tokens) === names(allTokens(draft.theme));
    return fits ? draft : undefined;
  } catch {
    return undefined;
  }
}
