/* What the elements written by hand in bench-strings.mjs have in common. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escape = (text) =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character]) : text;

export const EMPTY = '<!--lit-part--><!--/lit-part-->';

/** A text; Lit wants to find one even where it is empty. */
export const part = (text) => `<!--lit-part-->${escape(text) || ' '}<!--/lit-part-->`;

const icon = (digest, path) =>
  `<!--lit-part 42eyS+Y2EM4=--><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><!--lit-part ${digest}=--><path d="${path}"/><!--/lit-part--></svg><!--/lit-part-->`;

export const COPY = icon('mXBlzJpDsDc', 'M9 9h11v12H9zM15 9V3H4v12h5');
export const DOWNLOAD = icon('vsQYZrt2aX8', 'M12 3v12m-5-5 5 5 5-5M4 20h16');
export const EXTERNAL = icon('TEtvkp/HKYs', 'M14 4h6v6m0-6-9 9M18 14v6H4V6h6');
export const CODE = icon(
  'AvvW2A42g60',
  'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2m4-2v6h-6v-2',
);
export const CONTACT = icon('429/dZ6SQmg', 'M3 5h18v14H3zM6 16c0-4 6-4 6 0m-3-8v3m6-1h3m-3 4h3');
export const LINK = icon(
  'D06Jdb/Umi8',
  'm10 14 4-4m-3-3 3-3a4 4 0 0 1 6 6l-3 3m-4 4-3 3a4 4 0 0 1-6-6l3-3',
);
export const PRINT = icon('hcjrvdVB0So', 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z');

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals, which goes further than the duties and articles do. */
export function numeral(value) {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens ? '十' : ''}${ones ? DIGITS[ones] : ''}`;
}

export const heading = (text) =>
  `<!--lit-part jYARcru98S0=--><!--lit-node 0--><h2 class="heading" part="heading">${part(text)}</h2><!--/lit-part-->`;

export const paragraph = (text) =>
  `<!--lit-part y6RVfKR7hws=--><p>${part(text)}</p><!--/lit-part-->`;

export function sourceLines({ agency, text, fill, date }, source = agency.source) {
  const { title, publisher, date: day, url, note } = source;
  let line = `<!--lit-part--><!--lit-part 1KNM7nvxewo=-->${EMPTY}<bdi>${part(fill('《{0}》', title))}</bdi><!--/lit-part-->`;
  for (const one of [publisher, day && date(day)]) {
    if (!one) continue;
    line += `<!--lit-part 1KNM7nvxewo=-->${part(text('，'))}<bdi>${part(one)}</bdi><!--/lit-part-->`;
  }
  line += '<!--/lit-part-->';
  if (url) {
    line = `<!--lit-part cPwTCcIyNuw=--><!--lit-node 0--><a href="${escape(url)}" rel="external noopener">${line}</a><!--/lit-part-->`;
  }
  const noted = note
    ? `<!--lit-part dkS3KJTOkJ0=--><p dir="auto">${part(note)}</p><!--/lit-part-->`
    : EMPTY;
  const translated =
    agency.translation && !agency.translation.official
      ? paragraph(text('本文为非官方译文，以原文为准。'))
      : EMPTY;
  const checked = agency.asOf ? paragraph(fill('核对日期：{0}', date(agency.asOf))) : EMPTY;
  return `<!--lit-part BBUNdRCRpF8=--><div class="source muted" part="source"> <p> ${part(text('来源：'))}${line} </p> ${noted} ${translated} ${checked} </div><!--/lit-part-->`;
}

/**
 * What holds for all elements of a page.
 *
 * @param agency - the data
 * @param strings - translations by their source
 */
export function prepare(agency, strings) {
  const { lang } = agency;
  const script = new Intl.Locale(lang).maximize().script;
  const numbers = new Intl.NumberFormat(lang);
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    agency,
    lang,
    dir: ['Arab', 'Hebr'].includes(script) ? 'rtl' : 'ltr',
    text: (source) => strings[source] ?? source,
    fill: (source, value) => (strings[source] ?? source).replace('{0}', () => value),
    number: (value) => numbers.format(value),
    date: (value) => dates.format(new Date(value)),
  };
}
