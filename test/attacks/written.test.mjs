/* Pasted text and markup, made up: reading never throws, and what was read can be parsed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../dist/agency/parse/parse.js';
import {
  agencyOf,
  passagesOf,
  passagesOfAgency,
  blocksOfText,
} from '../../dist/agency/read-text/read-text.js';
import { blocksOfPage, blocksOfPart } from '../agency/read-text/read.mjs';
import { address } from './addresses.mjs';
import { changed, holds, json, text } from './made-up.mjs';
import { SAMPLE } from './sample.mjs';

/** Pieces of which pages about offices are made. */
const WORDS = [
  ...[
    '（一）',
    '一、',
    '1.',
    '第一条 ',
    '①',
    '主要职责是：',
    '负责甲。',
    '职能',
    '衔级',
    '关衔设五等',
  ],
  ...[
    '一等：总监、副总监',
    '电话：',
    '12345',
    '地址：',
    '友情链接：',
    '来源：',
    '2024年3月5日',
    '首页 > ',
  ],
  ...[
    '# ',
    '- ',
    '• ',
    '\t',
    ' | ',
    '[甲](',
    ')',
    '“',
    '（',
    '\u3000',
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
  ],
  ...['示例局', '国务院直属机构', '正部级', 'www.a.cn', 'https://a.example/', '；', '。'],
];

const words = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, text, address), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

const TAGS = [
  ...['p', 'div', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'td', 'th', 'h1', 'h3', 'b'],
  ...['strong', 'span', 'a', 'br', 'script', 'style', 'template', 'svg', 'iframe', 'x-y', 'center'],
  ...['nav', 'main', 'select', 'button', 'font', 'details', 'slot', 'caption', 'head', 'body'],
];

const ATTRIBUTES = [
  'href',
  'class',
  'style',
  'title',
  'id',
  'slot',
  'hidden',
  'role',
  'data-field',
];

/** Markup as bad editors leave it: nested anyhow, not closed, closed twice. */
const markup = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    words,
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.oneof(text, address)), {
          maxLength: 2,
        }),
        fc.array(tie('node'), { maxLength: 5 }),
        fc.constantFrom('', 'end', 'twice'),
      )
      .map(([tag, attributes, nodes, end]) => {
        const written = attributes.map(([name, value]) => ` ${name}="${value.replace(/"/g, '')}"`);
        const close = { '': '', end: `</${tag}>`, twice: `</${tag}></${tag}>` }[end];
        return `<${tag}${written.join('')}>${nodes.join('')}${close}`;
      }),
  ),
})).node;

/** Fails unless blocks can be read to the end, as the editor and the command do. */
function judge(blocks, given) {
  const passages = passagesOf(blocks);
  assert.equal(new Set(passages.map(({ id }) => id)).size, passages.length, 'ids are unique');
  const agency = agencyOf(passages, given);
  // Whoever uses it writes it into a file.
  const { problems } = parse(JSON.parse(JSON.stringify(agency)), { base: 'https://a.example/' });
  for (const { message } of problems) assert.ok(message.trim());
}

describe('reading of pasted text', () => {
  it('takes any text', () => {
    holds(
      fc.property(words, (value) => judge(blocksOfText(value))),
      1500,
    );
  });

  it('takes any markup, as a page and as a part of one', () => {
    holds(
      fc.property(markup, (value) => {
        // Files have no halves of characters, and parse5 fails on them.
        const whole = value.toWellFormed();
        judge(blocksOfPage(whole));
        judge(blocksOfPart(whole, { resolve: (one) => one }));
      }),
      800,
    );
  });

  it('takes any agency apart, and puts it together again', () => {
    const { changes, make } = changed(SAMPLE, fc.oneof(json, text));
    const judgeWhole = (value) => {
      passagesOfAgency(value);
      judge([], { rest: Object(value) });
    };
    holds(
      // A file has no holes in its lists.
      fc.property(changes, (list) => judgeWhole(JSON.parse(JSON.stringify(make(list) ?? null)))),
      800,
    );
    holds(
      fc.property(json, (value) => judgeWhole(value)),
      300,
    );
  });
});
