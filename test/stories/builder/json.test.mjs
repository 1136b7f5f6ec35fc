/* What is said about typed JSON: what is wrong, where, and how to mend it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkJson, placeTextOf, readText, sentenceOf, withAsciiPunctuation } from './sources.mjs';

const { parse } = await import('../../../dist/index.js');

const check = (text) => checkJson(text, parse);
const said = (text, language = 'zh-Hans') =>
  check(text).problems.map((one) => placeTextOf(one, language) + sentenceOf(one, language));

describe('the check of JSON', () => {
  it('tells line and column of what is no JSON', () => {
    const places = {
      '{"a": 1,\n "b": }': [2, 7],
      '{"a": 1\n "b": 2}': [2, 2],
      '{"a": tru}': [1, 7],
      '{"a": 1}\n x': [2, 2],
      "{'a': 1}": [1, 2],
      '{"a": "b\n"}': [1, 7],
    };
    for (const [text, [line, column]] of Object.entries(places)) {
      assert.throws(() => JSON.parse(text));
      const [found] = check(text).problems;
      assert.deepEqual([found.kind, found.line, found.column], ['syntax', line, column], text);
    }
    assert.equal(check('{"a": [1').problems[0].kind, 'end');
    assert.deepEqual(check('  \n'), { problems: [] });
  });

  it('accepts what JSON.parse accepts', () => {
    const texts = ['"\\u0041\\n"', '-0.5e+3', '[]', '{}', '[{"a":[null,true,false]},""]', ' 1 '];
    for (const text of texts) {
      assert.ok(
        check(text).problems.every(({ kind }) => kind === 'data'),
        text,
      );
    }
  });

  it('tells where each problem of the data is, by its line', () => {
    const text =
      '{\n "lang": "zh-Hans",\n "name": "A",\n "duties": { "items": [\n  {"id": "a", "title": 3},\n  {"id": "b", "number": 7}\n ]}\n}';
    const { problems } = check(text);
    assert.deepEqual(
      problems.map(({ kind, line, problem }) => [kind, line, problem.pointer]),
      [
        ['data', 5, '/duties/items/0/title'],
        ['data', 6, '/duties/items/1/text'],
        ['data', 6, '/duties/items/1/number'],
      ],
    );
    assert.match(said(text)[0], /^第 5 行第 24 列：/);
    const { agency, value } = check('{"lang":"en","name":"A"}');
    assert.deepEqual(value, { lang: 'en', name: 'A' });
    assert.equal(agency.name, 'A');
  });

  it('names the Chinese mark that stands where JSON needs another', () => {
    assert.deepEqual(said('{\n  “name": "A"}'), ['第 2 行第 3 列是中文引号“，请改用英文引号"']);
    assert.deepEqual(said('{"name": "A”}'), ['第 1 行第 12 列是中文引号”，请改用英文引号"']);
    assert.match(said('{"name"： "A"}')[0], /^第 1 行第 8 列是中文冒号“：”，请改用英文冒号“:”/);
    assert.match(said('{"a": 1， "b": 2}')[0], /中文逗号“，”，请改用英文逗号“,”/);
    assert.match(said('｛"a": 1}')[0], /中文括号“｛”/);
    assert.deepEqual(said('{"name"： "A"}', 'en'), [
      'Line 1, column 8 is the Chinese mark ： instead of :',
    ]);
  });

  it('names a comma that nothing follows, by the line of the comma', () => {
    assert.deepEqual(said('{\n "a": [1, 2],\n}'), [
      '第 2 行第 13 列：后面没有内容了，多了这个逗号。',
    ]);
    assert.deepEqual(said('[1, 2,]', 'en'), [
      'Line 1, column 6: nothing follows this comma. Delete it.',
    ]);
  });

  it('tells a text from JSON, and sends it to the editor', () => {
    const text = '示例县档案局是县政府工作部门，为正科级。\n主要职能：\n一、接收档案。';
    assert.deepEqual(
      check(text).problems.map(({ kind }) => kind),
      ['text'],
    );
    assert.match(said(text)[0], /^这不是 JSON.*资料编辑器/);
  });

  it('reads files of old systems, too', async () => {
    const gbk = new Blob([new Uint8Array([0x22, 0xba, 0xa3, 0xb9, 0xd8, 0x22])]);
    assert.equal(await readText(gbk), '"海关"');
    assert.equal(await readText(new Blob(['\uFEFF"海关"'])), '"海关"');
  });
});

describe('the replacement of Chinese punctuation', () => {
  const cases = {
    '{“name”：“示例局”，“lang”："zh-Hans"}': '{"name":"示例局","lang":"zh-Hans"}',
    '｛"a"： 【1，2】｝': '{"a": [1,2]}',
    '{"name": "示例局”}': '{"name": "示例局"}',
    '{“name”: "他说：“好”，是吗？"}': '{"name": "他说：“好”，是吗？"}',
    '{"a": “设在"乙"地”}': '{"a": "设在\\"乙\\"地"}',
    '{"a": “示例“县”局”}': '{"a": "示例“县”局"}',
    '{"a": [1，2、],\n}': '{"a": [1,2]\n}',
  };
  for (const [text, wanted] of Object.entries(cases)) {
    it(`keeps what strings say: ${text}`, () => {
      assert.equal(withAsciiPunctuation(text), wanted);
      assert.doesNotThrow(() => JSON.parse(wanted));
    });
  }

  it('changes nothing in JSON, whatever its strings say', () => {
    const text = '{"a": "“引”，：｛\\"【", "b": ["、；,]"]}';
    assert.equal(withAsciiPunctuation(text), text);
  });
});
