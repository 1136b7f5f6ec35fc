import { allTokens, type Scheme, type Token } from './themes.js';

/** What a designer has made so far. */
export interface Draft {
  /** The theme it began with. */
  readonly theme: string;
  readonly scheme: Scheme;
  readonly tokens: readonly Token[];
}

const KEY = 'customs-widgets theme';

/** The theme as it is in the package, before anything is changed. */
export const begin = (theme: string, scheme: Scheme = 'light'): Draft => ({
  theme,
  scheme,
  tokens: allTokens(theme),
});

/** Keeps a draft for as long as the tab is open, so that loading the page again loses nothing. */
export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Browsers may forbid it; the editor works without.
  }
}

/** The draft of this tab, if there is one that fits the tokens of today. */
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
