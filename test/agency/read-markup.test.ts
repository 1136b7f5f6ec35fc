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

  it('reads duties in the other forms that authors use', async () => {
    const expected = ['负责甲。', '负责乙。'];
    for (const host of [
      await fixture(
        html`<div>
          <p>（一）负责甲。<br />（二）负责乙。</p>
        </div>`,
      ),
      await fixture(
        html`<div>
          <p>（一）负责甲。</p>
          <p>（二）负责乙。</p>
        </div>`,
      ),
      await fixture(
        html`<div>
          <table>
            <tbody>
              <tr>
                <td>序号</td>
                <td>职责</td>
              </tr>
              <tr>
                <td>1</td>
                <td>负责甲。</td>
              </tr>
              <tr>
                <td>2</td>
                <td>负责乙。</td>
              </tr>
            </tbody>
          </table>
        </div>`,
      ),
      await fixture(
        html`<div>
          <ol>
            <li>负责甲。</li>
          </ol>
          <ol start="2">
            <li>负责乙。</li>
          </ol>
        </div>`,
      ),
    ]) {
      const { items } = valid(readDuties(host, 'zh-Hans')).duties!;
      expect(items.map(({ title }) => title)).to.deep.equal(expected);
    }
  });

  it('gives a duty its first sentence as title, and the paragraphs and the list inside it', async () => {
    const host = await fixture(
      html`<div>
        <h3>主要职责</h3>
        <ol>
          <li>
            负责甲。拟订制度。
            <ul>
              <li>一点；</li>
              <li>另一点。</li>
            </ul>
          </li>
          <li>
            <p>负责乙。</p>
            <p>继续。</p>
          </li>
        </ol>
      </div>`,
    );
    expect(valid(readDuties(host, 'zh-Hans')).duties!.items).to.deep.equal([
      { id: 'duty-1', title: '负责甲。', text: '拟订制度。\n一点；\n另一点。' },
      { id: 'duty-2', title: '负责乙。', text: '继续。' },
    ]);
  });

  it('keeps the number that a duty has of its own', async () => {
    const host = await fixture(
      html`<div>
        <p>第一条 负责甲。</p>
        <p>第二条 负责乙。</p>
      </div>`,
    );
    const { duties } = readDuties(host, 'zh-Hans') as { duties: { items: object[] } };
    expect(duties.items).to.deep.equal([
      { id: 'duty-1', number: '第一条', title: '负责甲。' },
      { id: 'duty-2', number: '第二条', title: '负责乙。' },
    ]);
  });

  it('reads duties below headings, or as terms with their definitions', async () => {
    const expected = [
      { id: 'duty-1', title: '甲', text: '负责甲。' },
      { id: 'duty-2', title: '乙', text: '负责乙。' },
    ];
    for (const host of [
      await fixture(
        html`<div>
          <h3>甲</h3>
          <p>负责甲。</p>
          <h3>乙</h3>
          <p>负责乙。</p>
        </div>`,
      ),
      await fixture(
        html`<div>
          <dl>
            <dt>甲</dt>
            <dd>负责甲。</dd>
            <dt>乙</dt>
            <dd>负责乙。</dd>
          </dl>
        </div>`,
      ),
    ]) {
      expect(valid(readDuties(host, 'zh')).duties!.items).to.deep.equal(expected);
    }
  });

  it('reads ranks of tables, nested lists, and lines', async () => {
    for (const host of [
      await fixture(
        html`<div>
          <table>
            <tbody>
              <tr>
                <th>等次</th>
                <th>关衔</th>
              </tr>
              <tr>
                <td>一等</td>
                <td>总长、副总长</td>
              </tr>
              <tr>
                <td>二等</td>
                <td>长</td>
              </tr>
            </tbody>
          </table>
        </div>`,
      ),
      await fixture(
        html`<div>
          <ul>
            <li>
              一等
              <ul>
                <li>总长</li>
                <li>副总长</li>
              </ul>
            </li>
            <li>
              二等
              <ul>
                <li>长</li>
              </ul>
            </li>
          </ul>
        </div>`,
      ),
      await fixture(
        html`<div>
          <ul>
            <li>一等：总长、副总长</li>
            <li>二等：长</li>
          </ul>
        </div>`,
      ),
      await fixture(html`<div><p>示例衔设二等三级。分别为一等：总长、副总长；二等：长。</p></div>`),
    ]) {
      const { tiers } = valid(readRanks(host, 'zh-Hans')).ranks!.tracks[0]!;
      expect(
        tiers.map(({ label, ranks }) => [label, ...ranks.map(({ name }) => name)]),
      ).to.deep.equal([
        ['一等', '总长', '副总长'],
        ['二等', '长'],
      ]);
    }
  });

  it('reads lists of links with their headings as groups, and keeps every kind of address', async () => {
    const host = await fixture(
      html`<div>
        <h3>部门</h3>
        <ul>
          <li><a href="/a">甲</a></li>
        </ul>
        <h3>联系</h3>
        <ul>
          <li><a href="mailto:a@example.org">邮件</a></li>
          <li><a href="tel:12360">热线</a></li>
        </ul>
      </div>`,
    );
    const { links } = readLinks(host, 'zh') as { links: Record<string, string>[] };
    expect(links.map(({ group, label, url }) => [group, label, url])).to.deep.equal([
      ['部门', '甲', new URL('/a', document.baseURI).href],
      ['联系', '邮件', 'mailto:a@example.org'],
      ['联系', '热线', 'tel:12360'],
    ]);
  });

  it('reads links of tables, of paragraphs, and of lists in a list', async () => {
    const labels = async (content: unknown): Promise<unknown> =>
      (
        readLinks(await fixture(html`<div>${content}</div>`), 'zh') as { links: object[] }
      ).links.map((link) =>
        Object.values(link).filter((value) => value && value !== 'https://example.org/'),
      );
    const link = (label: string): unknown => html`<a href="https://example.org/">${label}</a>`;
    expect(await labels(html`<p>${link('甲')} | ${link('乙')}</p>`)).to.deep.equal([
      ['甲'],
      ['乙'],
    ]);
    expect(
      await labels(
        html`<table>
          <tbody>
            <tr>
              <td>${link('甲')}</td>
              <td>说明</td>
            </tr>
          </tbody>
        </table>`,
      ),
    ).to.deep.equal([['甲', '说明']]);
    expect(
      await labels(
        html`<table>
          <tbody>
            <tr>
              <td>甲</td>
              <td>${link('https://a.example')}</td>
            </tr>
          </tbody>
        </table>`,
      ),
    ).to.deep.equal([['甲']]);
    expect(
      await labels(
        html`<ul>
          <li>
            部门
            <ul>
              <li>${link('甲')}</li>
            </ul>
          </li>
        </ul>`,
      ),
    ).to.deep.equal([['甲', '部门']]);
  });

  it('reads the facts of a profile behind their labels', async () => {
    const host = await fixture(
      html`<div>
        <h2>示例局</h2>
        <p>第一段。<br />第二段。</p>
        <p>电话：0512-1</p>
        <table>
          <tbody>
            <tr>
              <td>办公地址</td>
              <td>示例路1号</td>
            </tr>
            <tr>
              <td>办公时间</td>
              <td>8:30-17:30</td>
            </tr>
          </tbody>
        </table>
      </div>`,
    );
    expect(readProfile(host, 'zh')).to.include({
      summary: '第一段。',
      telephone: '0512-1',
      address: '示例路1号',
      openingHours: '8:30-17:30',
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
