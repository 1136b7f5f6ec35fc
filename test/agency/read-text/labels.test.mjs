/* Values behind labels: telephones, addresses, days, and what has no place in the data. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blocksOfText, passagesOf } from '../../../dist/agency/read-text/read-text.js';
import { agencyOfText } from './read.mjs';

describe('lines with labels', () => {
  it('tell telephone, address, hours and site behind their labels', () => {
    const { telephone, address, openingHours, url } = agencyOfText(
      '监督电话：0000-1\n海关热线：12360\n办公地址：示例路1号（邮编：000000）\n工作时间：8:30-17:30\n官网：www.example.gov.cn',
    );
    assert.deepEqual(
      [telephone, address, openingHours, url],
      ['12360', '示例路1号', '8:30-17:30', 'http://www.example.gov.cn'],
    );
    const english = agencyOfText(
      'Telephone: 020 1234\nOpening hours: 9am to 5pm\nAddress: 1 Example Street',
    );
    assert.deepEqual(
      [english.telephone, english.openingHours, english.address],
      ['020 1234', '9am to 5pm', '1 Example Street'],
    );
  });

  it('tell the source of a page, and its day, which is no check', () => {
    for (const [text, source, asOf] of [
      [
        '发布时间：2024-03-05 来源：县政府办公室 浏览次数：12 打印 关闭',
        { title: '县政府办公室', date: '2024-03-05' },
      ],
      ['# 甲局简介\n发布日期：2024年3月5日', { title: '甲局简介', date: '2024-03-05' }],
      ['发布日期：2024年3月5日'],
      ['更新时间：2024-03-05 来源：办公室', { title: '办公室' }, '2024-03-05'],
    ]) {
      const agency = agencyOfText(text);
      assert.deepEqual([agency.source, agency.asOf], [source, asOf], text);
    }
  });

  it('keep every telephone of a line in one value', () => {
    for (const [text, telephone] of [
      ['联系电话：0512-1、0512-2', '0512-1、0512-2'],
      ['服务热线：12367（24小时）　办公电话：0411-1234', '12367（24小时）、0411-1234'],
      ['电话：0512-1　传真：0512-3　电话：0512-2', '0512-1、0512-2'],
      ['Phone: 020 1234 Hotline: 0800 1', '020 1234, 0800 1'],
      ['Non-emergency: (360) 555-0142', '(360) 555-0142'],
      ['24-Hour Hotline: 1-800-555', '1-800-555'],
      ['Tel. (360) 555-0142', '(360) 555-0142'],
      ['联系电话 0512-1234', '0512-1234'],
      ['联系电话：见附件'],
      ['Emergency: 911'],
    ]) {
      assert.equal(agencyOfText(text).telephone, telephone, text);
    }
  });

  it('leave fax, postcode and mail box unused, with what they are', () => {
    const passages = passagesOf(
      blocksOfText('电话：0512-1　传真：0512-3\n邮编：215000　电子邮箱：a@example.com'),
    );
    assert.deepEqual(
      passages.map(({ role, text, label }) => [role, text, label]),
      [
        ['telephone', '0512-1', '电话'],
        ['unused', '0512-3', '传真'],
        ['unused', '215000', '邮编'],
        ['unused', 'a@example.com', '电子邮箱'],
      ],
    );
  });
});
