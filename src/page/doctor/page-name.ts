/** Metadata with the name of a site. `SiteName` is that of Chinese government sites. */
const NAMES = ['meta[name=SiteName i]', 'meta[property="og:site_name"]'];

/** Ends of names that only offices have. */
const OFFICE =
  /(署|局|部|厅|委|委员会|办公室|政府|法院|检察院|医院|学校|中学|小学|大学|学院|中心)(官网|网站|门户网站)?$|\b(Ministry|Department|Agency|Authority|Bureau|Commission|Council|Hospital|University|Administration)\b/;

/** Reads the name that a page gives its own office, if it gives one. */
export function pageName(page: Document): string | undefined {
  for (const selector of NAMES) {
    const name = page.querySelector<HTMLMetaElement>(selector)?.content.trim();
    if (name) return name;
  }
  const parts = page.title.split(/\s*[-_|—–·:：]+\s*/);
  return parts.find((part) => OFFICE.test(part));
}

/** Words that many offices share, so they prove nothing. */
const SHARED =
  /中华人民共和国|人民政府|门户网站|官方网站|委员会|the|of|and|for|office|government/gi;

/** Pieces by which a name is recognised: words of Latin letters, three Chinese characters in a row. */
function piecesOf(name: string): string[] {
  const own = name.toLowerCase().replace(SHARED, ' ');
  const words = own.match(/[a-zÀ-ɏ]{4,}/g) ?? [];
  const runs = own.match(/\p{Script=Han}+/gu) ?? [];
  const triples = runs.flatMap((run) =>
    run.length < 3 ? [run] : [...run.slice(2)].map((_, index) => run.slice(index, index + 3)),
  );
  return [...words, ...triples];
}

/** True if two names have a piece in common: 海关总署门户网站 and 中华人民共和国海关总署. */
export function shareWords(one: string, other: string): boolean {
  const pieces = piecesOf(other);
  return piecesOf(one).some((piece) => pieces.includes(piece));
}
