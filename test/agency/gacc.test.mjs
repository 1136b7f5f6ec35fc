/* Compares the built-in data with its source text, and the translation with the original. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const original = JSON.parse(read('../../src/agency/gacc/zh-Hans.json'));
const english = JSON.parse(read('../../src/agency/gacc/en.json'));
const seed = read('../fixtures/seed.zh-Hans.txt')
  .split('\n')
  .filter((line) => line.trim());

/**
 * The seed was captured in Unicode normalisation form KC, which turns ，：；（）！ into half-width forms.
 * The data uses Chinese typography. Both are therefore compared in that form, character by
 * character.
 */
const normalized = (text) => {
  const result = text.normalize('NFKC');
  assert.equal([...result].length, [...text].length, 'no character appears or goes');
  return result;
};

const section = (from, to) => {
  const start = seed.indexOf(from);
  const end = to ? seed.indexOf(to) : undefined;
  assert.notEqual(start, -1, from);
  return seed.slice(start + 1, end);
};

const NUMERALS = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三'.split(' ');
const overview = section('中华人民共和国海关总署——概况', '中华人民共和国海关总署——主要职能');
const duties = section('中华人民共和国海关总署——主要职能', '相关');

describe('the GACC data set', () => {
  it('is compared with a seed that is in form KC itself', () => {
    for (const line of seed) assert.equal(line.normalize('NFKC'), line);
  });

  it('has the name, category and summary of the seed', () => {
    assert.deepEqual(seed.slice(0, 4).map(normalized), [
      normalized(original.name),
      normalized(original.category),
      normalized(original.name),
      normalized(original.summary),
    ]);
  });

  it('takes status and level from the summary', () => {
    assert.ok(original.summary.includes(`是${original.status}，为${original.level}。`));
  });

  it('has every paragraph of the overview', () => {
    assert.deepEqual(original.overview.map(normalized), overview);
  });

  it('has the preamble and all thirteen duties with their numbers', () => {
    assert.equal(original.duties.items.length, 13);
    assert.deepEqual(
      [
        ...original.duties.preamble,
        ...original.duties.items.map(
          ({ title, text = '' }, index) => `（${NUMERALS[index]}）${title}${text}`,
        ),
      ].map(normalized),
      duties,
    );
  });

  it('has the five tiers and thirteen ranks of the seed', () => {
    const [{ tiers }] = original.ranks.tracks;
    const listed = tiers.map(({ label, name, ranks }) => {
      const names = ranks.map((rank) => rank.name);
      const grades = names.map((rank) => rank.replace(name, ''));
      return name ? `${label}：${name}（${grades.join('、')}）` : `${label}：${names.join('、')}`;
    });
    const sentence = `${original.ranks.summary}分别为${listed.join('；')}。`;
    assert.equal(normalized(sentence), overview.at(-1));
    assert.equal(tiers.flatMap(({ ranks }) => ranks).length, 13);
  });

  it('leaves no line of the seed out, but for the headings and the comments', () => {
    const shown = new Set([
      normalized(original.name),
      normalized(original.category),
      normalized(original.summary),
      ...overview,
      ...duties,
    ]);
    assert.deepEqual(
      seed.filter((line) => !shown.has(line)),
      [
        '手机查看',
        '中华人民共和国海关总署——概况',
        '中华人民共和国海关总署——主要职能',
        '相关',
        '评论',
        '发表评论:',
        '验证码',
        '评论记录:',
        '未查询到任何数据!',
      ],
    );
  });

  it('gives every fact of the ranks its article, and every part a source and a date', () => {
    const { source, tracks, bands, conferral, promotion } = original.ranks;
    for (const fact of [
      ...tracks,
      ...bands,
      ...conferral,
      ...promotion.steps,
      ...promotion.rules,
    ]) {
      assert.ok(fact.article, JSON.stringify(fact));
    }
    for (const step of promotion.steps)
      assert.equal(Boolean(step.training), Boolean(step.trainingArticle));
    assert.equal(source.date, '2003-02-28');
    assert.match(original.asOf, /^\d{4}-\d\d-\d\d$/);
    assert.ok(original.source.title && original.duties.source.title);
  });

  it('covers every rank with a position, a conferring office and a step up', () => {
    const ids = original.ranks.tracks[0].tiers.flatMap(({ ranks }) => ranks.map(({ id }) => id));
    const covered = (ranges) =>
      ids.filter((_, place) =>
        ranges.some(({ from, to }) => ids.indexOf(from) <= place && place <= ids.indexOf(to)),
      );
    assert.deepEqual(covered(original.ranks.bands), ids);
    assert.deepEqual(covered(original.ranks.conferral), ids);
    assert.deepEqual(
      original.ranks.promotion.steps.map(({ from }) => from).sort(),
      ids.slice(1).sort(),
    );
    const years = original.ranks.promotion.steps.map((step) => step.years ?? 0);
    assert.deepEqual(years, [3, 3, 3, 3, 4, 4, 4, 0, 0, 0, 0, 0]);
  });
});

describe('the English data set', () => {
  /** Lists every path of a value, with everything that is not a sentence. */
  const shape = (value, path = '') => {
    if (Array.isArray(value))
      return value.flatMap((item, index) => shape(item, `${path}/${index}`));
    if (typeof value === 'object') {
      return Object.entries(value)
        .filter(([key]) => key !== 'translation' && key !== 'nameStatus' && key !== 'lang')
        .flatMap(([key, item]) => shape(item, `${path}/${key}`));
    }
    const fixed = /\/(id|from|to|date|asOf|url|basis|\$schema)$/.test(path);
    return [fixed || typeof value !== 'string' ? `${path}=${value}` : path];
  };

  it('has every text of the original, and the same identifiers, articles, years and dates', () => {
    assert.deepEqual(shape(english), shape(original));
  });

  it('is translated throughout', () => {
    assert.doesNotMatch(JSON.stringify(english), /\p{Script=Han}/u);
    assert.equal(english.lang, 'en');
  });

  it('says that it is not official', () => {
    assert.deepEqual(english.translation, { of: 'zh-Hans', official: false });
  });

  it('marks the two attested rank names, and every other one as composed', () => {
    const ranks = english.ranks.tracks[0].tiers.flatMap((tier) => tier.ranks);
    assert.deepEqual(
      ranks.filter(({ nameStatus }) => nameStatus === 'attested').map(({ name }) => name),
      ['Customs Commissioner-General', 'Deputy Customs Commissioner-General'],
    );
    assert.ok(ranks.every(({ nameStatus }) => nameStatus));
  });
});
