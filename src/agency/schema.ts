import { checkDuties, checkRanks, type Report } from './references.js';

/*
 * The one definition of valid data. The parser runs it, and the build publishes it as JSON Schema, so it is
 * written in the words of JSON Schema; functions, which JSON cannot say, stay behind. Descriptions come
 * from the doc comments in types.ts: here they would be sent to every reader.
 */

/** The keywords of JSON Schema that are used here. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly pattern?: string;
  /** Shown to whoever wrote a value that does not match. */
  readonly examples?: readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What JSON Schema cannot say. */
  readonly check?: (value: never, report: Report) => void;
}

type Members = Readonly<Record<string, Schema>>;

const object = (required: Members, optional: Members = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});
const string = (pattern: string, ...examples: string[]): Schema => ({
  type: 'string',
  pattern,
  examples,
});
const listOf = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems });
const oneOf = (...values: string[]): Schema => ({ type: 'string', enum: values });
const integer = (minimum: number): Schema => ({ type: 'integer', minimum });

const text = string('\\S', 'ABC');
const texts = listOf(text);
const identifier = string('^[a-z][a-z0-9-]*$', 'duty-1');
const date: Schema = {
  ...string('^\\d{4}-\\d\\d-\\d\\d$', '2003-02-28'),
  check(value: string, report: Report) {
    if (!Number.isFinite(Date.parse(value))) report('', value);
  },
};
const languageTag = string('^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$', 'zh-Hans');
const boolean: Schema = { type: 'boolean' };
const article = integer(1);

/** Only these two schemes: a `javascript:` address must never reach a link. */
const webAddress: Schema = {
  ...string('^[Hh][Tt][Tt][Pp][Ss]?://\\S+$', 'https://example.org/'),
  check(value: string, report: Report) {
    try {
      new URL(value);
    } catch {
      report('', value);
    }
  },
};

export const Source = object(
  { title: text },
  { publisher: text, date, url: webAddress, note: text },
);
export const Translation = object({ of: languageTag, official: boolean });
export const Duty = object({ id: identifier, title: text }, { text });
export const Duties: Schema = {
  ...object({ items: listOf(Duty) }, { preamble: texts, source: Source }),
  check: checkDuties,
};
export const Rank = object(
  { id: identifier, name: text },
  { nameStatus: oneOf('attested', 'composed') },
);
export const Tier = object({ id: identifier, ranks: listOf(Rank, 1) }, { label: text, name: text });
export const Track = object({ id: identifier, tiers: listOf(Tier, 1) }, { name: text, article });
export const Band = object(
  { basis: oneOf('position', 'title', 'years'), label: text, from: identifier, to: identifier },
  { article },
);
export const Conferral = object(
  { from: identifier, to: identifier, by: text },
  { scope: text, article },
);
export const PromotionStep = object(
  { from: identifier, to: identifier },
  { years: integer(0), training: boolean, article, trainingArticle: article },
);
export const Rule = object({ text }, { article });
export const Promotion = object({}, { steps: listOf(PromotionStep), rules: listOf(Rule) });
export const RankSystem: Schema = {
  ...object(
    { name: text, tracks: listOf(Track, 1) },
    {
      summary: text,
      source: Source,
      bands: listOf(Band),
      conferral: listOf(Conferral),
      promotion: Promotion,
    },
  ),
  check: checkRanks,
};
export const Link = object({ label: text, url: webAddress }, { description: text });

/** The members that tell what an agency is, for the profile. */
export const profile: Members = {
  category: text,
  status: text,
  level: text,
  summary: text,
  overview: texts,
  url: webAddress,
};
export const duties: Members = { duties: Duties };
export const ranks: Members = { ranks: RankSystem };
export const links: Members = { links: listOf(Link) };

/**
 * An agency with the parts that are looked at. Each element checks its own part only: a slip in the links
 * does not take the duties from the page.
 */
export const agencyWith = (parts: Members): Schema =>
  object(
    { lang: languageTag, name: text },
    { id: identifier, asOf: date, source: Source, translation: Translation, ...parts },
  );
