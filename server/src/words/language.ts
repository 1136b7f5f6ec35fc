/* The languages that the service speaks, and which one a person is answered in. */

export const LANGUAGES = ['zh-Hans', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Longest list of languages that is read; no browser sends a longer one. */
const LONGEST = 200;

/** Picks the first language of a list (`Accept-Language` or one tag) that the service speaks; else Chinese. */
export function pickLanguage(wanted: string | undefined): Language {
  const tags = (wanted ?? '')
    .slice(0, LONGEST)
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.toLowerCase().split(';');
      const weight = quality?.trim().replace('q=', '');
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of tags) {
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-Hans';
}

/** Picks the language of a terminal by its variables: English unless they ask for Chinese. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-Hans' : 'en';
}
