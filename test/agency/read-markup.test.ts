import { expect, fixture, html } from '@open-wc/testing';
import { readDuties, readLinks, readProfile, readRanks } from '../../src/agency/read-markup.js';
import { parse, type Agency } from '../../src/index.js';

function valid(value: unknown): Agency {
  const result = parse(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.agency;
}

describe('the author’s own markup', () => {
  it('reads an ordered list as duties, bold text as the title', async () => {
    const host = await fixture(
      html`<div>
        <p>以下职责：</p>
        <ol>
          <li><strong>负责甲。</strong> 拟订 制度。</li>
          <li>负责乙。</li>
        </ol>
        <p>不属于前言。</p>
      </div>`,
    );
    expect(valid(readDuties(host, 'zh-Hans')).duties).to.deep.equal({
      preamble: ['以下职责：'],
      items: [
        { id: 'duty-1', title: '负责甲。', text: '拟订 制度。' },
        { id: 'duty-2', title: '负责乙。' },
      ],
    });
  });

  it('takes bold words within a sentence for what they are', async () => {
    const host = await fixture(
      html`<div>
        <ol>
          <li>依照<b>海关法</b>负责监管。</li>
        </ol>
      </div>`,
    );
    expect(valid(readDuties(host, 'zh')).duties!.items).to.deep.equal([
      { id: 'duty-1', title: '依照海关法负责监管。' },
    ]);
  });

  it('finds a list in the boxes of a content management system, and not in a named slot', async () => {
    const host = await fixture(
      html`<div slot="elsewhere">
        <ul slot="actions">
          <li>不是内容</li>
        </ul>
        <div>
          <ol>
            <li>一件事。</li>
          </ol>
        </div>
      </div>`,
    );
    expect(valid(readDuties(host, 'zh')).duties!.items).to.have.length(1);
    expect(valid(readDuties(host, 'zh')).duties!.items[0]!.title).to.equal('一件事。');
  });

  it('reads a description list as tiers and ranks', async () => {
    const host = await fixture(
      html`<div>
        <h2>示例衔</h2>
        <dl>
          <dt>一等</dt>
          <dd>总长</dd>
          <dt>二等</dt>
          <dd>一级长</dd>
          <dd>二级长</dd>
        </dl>
      </div>`,
    );
    const { ranks } = valid(readRanks(host, 'zh-Hans'));
    expect(ranks!.name).to.equal('示例衔');
    expect(ranks!.tracks[0]!.tiers).to.deep.equal([
      { id: 'tier-1', label: '一等', ranks: [{ id: 'rank-1', name: '总长' }] },
      {
        id: 'tier-2',
        label: '二等',
        ranks: [
          { id: 'rank-2', name: '一级长' },
          { id: 'rank-3', name: '二级长' },
        ],
      },
    ]);
  });

  it('passes over what editors leave behind: blank items, tiers without ranks, items without a link', async () => {
    const duties = await fixture(
      html`<div>
        <ol>
          <li>甲。</li>
          <li>&nbsp;</li>
          <li>乙。</li>
        </ol>
      </div>`,
    );
    expect(valid(readDuties(duties, 'zh')).duties!.items.map(({ id }) => id)).to.deep.equal([
      'duty-1',
      'duty-2',
    ]);
    const ranks = await fixture(
      html`<div>
        <dl>
          <dt>一等</dt>
          <dt>二等</dt>
          <dd>长</dd>
          <dd></dd>
        </dl>
      </div>`,
    );
    const [track] = valid(readRanks(ranks, 'zh')).ranks!.tracks;
    expect(track!.tiers.map(({ label }) => label)).to.deep.equal(['二等']);
    const links = await fixture(
      html`<div>
        <ul>
          <li>没有链接</li>
          <li><a href="https://example.org/">有</a></li>
        </ul>
      </div>`,
    );
    expect(valid(readLinks(links, 'zh')).links).to.have.length(1);
  });

  it('reads ranks without tiers', async () => {
    const host = await fixture(
      html`<div>
        <dl><dd>总长</dd></dl>
      </div>`,
    );
    expect(valid(readRanks(host, 'zh')).ranks!.tracks[0]!.tiers[0]!.label).to.equal(undefined);
  });

  it('reads a list of links with their descriptions', async () => {
    const host = await fixture(
      html`<div>
        <ul>
          <li><a href="https://example.org/">示例</a> 一句说明</li>
          <li><a href="https://example.com/">无说明</a></li>
        </ul>
      </div>`,
    );
    expect(valid(readLinks(host, 'zh')).links).to.deep.equal([
      { label: '示例', url: 'https://example.org/', description: '一句说明' },
      { label: '无说明', url: 'https://example.com/' },
    ]);
  });

  it('leaves out a script link in markup, and says so', async () => {
    const host = await fixture(
      html`<div>
        <ul>
          <li><a href="javascript:alert(1)">x</a></li>
        </ul>
      </div>`,
    );
    const result = parse(readLinks(host, 'zh'));
    expect(result.ok && result.agency.links).to.deep.equal([]);
    expect(result.problems[0]).to.include({ pointer: '/links/0/url', code: 'format' });
  });

  it('reads heading, paragraphs, link and marked facts as a profile', async () => {
    const host = await fixture(
      html`<div>
        <h2>示例局</h2>
        <p>第一段。</p>
        <p>第二段。</p>
        <p slot="actions">不是内容 <a href="https://example.org/feedback">意见</a></p>
        <a href="mailto:a@example.org">邮件</a>
        <dl>
          <dt>性质</dt>
          <dd data-field="status">直属机构</dd>
        </dl>
        <dl slot="actions">
          <dd data-field="level">不是内容</dd>
        </dl>
        <a href="https://example.org/">网站</a>
      </div>`,
    );
    expect(valid(readProfile(host, 'zh'))).to.deep.equal({
      lang: 'zh',
      name: '示例局',
      status: '直属机构',
      summary: '第一段。',
      overview: ['第一段。', '第二段。'],
      url: 'https://example.org/',
    });
  });

  it('is nothing when there is no such markup', async () => {
    const host = await fixture(
      html`<div>
        <p>文字</p>
        <ol></ol>
        <dl></dl>
        <ul></ul>
      </div>`,
    );
    for (const read of [readDuties, readRanks, readLinks, readProfile]) {
      expect(read(host, 'zh')).to.equal(undefined);
    }
  });
});
