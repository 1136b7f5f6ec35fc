import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import { CustomsCommentBox } from '../../../src/index.js';
import { moveAround, part, parts, textOf, warningsOf } from '../../fixtures/page.js';
import { failing, never, place, placed, records, startAfresh } from './box.js';

describe('<customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('keeps the author’s own text in sight until it is ready, and when it fails', async () => {
    const { box } = await place([], {}, (one, provider) => {
      one.innerHTML = '<a href="form">发表评论</a>';
      provider.capabilities = () => never();
    });
    expect(box.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
    const { box: failed } = await placed([], {}, (one, provider) => {
      one.innerHTML = '<a href="form">发表评论</a>';
      provider.capabilities = failing('server');
    });
    expect(failed.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('keeps properties that were set before the element was defined', async () => {
    const name = 'customs-comment-box-later';
    const box = document.createElement(name) as CustomsCommentBox;
    Object.assign(box, { lang: 'zh-Hans', provider: new MemoryCommentProvider(records(1)) });
    await fixture(html`<div>${box}</div>`);
    CustomsCommentBox.define(name);
    await waitUntil(() => parts(box, 'comment').length === 1);
  });

  it('asks for nothing while it is out of the page', async () => {
    const { box, provider } = await placed();
    let asked = 0;
    const { list } = provider;
    provider.list = (...args) => ((asked += 1), list.apply(provider, args));
    const parent = box.parentElement!;
    box.remove();
    box.thread = 'other';
    await box.updateComplete;
    expect(asked).to.equal(0);
    parent.append(box);
    await waitUntil(() => asked === 1);
  });

  it('keeps its requests while it is moved, and cancels them when it is removed', async () => {
    const asked: AbortSignal[] = [];
    const { box } = await place([], {}, (_, provider) => {
      provider.capabilities = (signal?: AbortSignal) => {
        asked.push(signal!);
        return never();
      };
      provider.list = (_, { signal }) => {
        asked.push(signal!);
        return never();
      };
    });
    await moveAround(box);
    expect(asked).to.have.length(2);
    expect(asked.some(({ aborted }) => aborted)).to.equal(false);
    box.remove();
    await waitUntil(() => asked.every(({ aborted }) => aborted));
  });

  it('says what it needs, and which values it takes', async () => {
    const warnings = await warningsOf(async () => {
      const box = document.createElement('customs-comment-box');
      box.setAttribute('engine', 'disqus');
      box.setAttribute('sort', 'best');
      box.innerHTML = '<p>评论</p>';
      await fixture(html`<div>${box}</div>`);
      await box.updateComplete;
      expect(box.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
      // The box waits a moment for a script that sets the provider.
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(warnings.join('\n')).to.contain('needs an endpoint').and.to.contain('"waline"');
  });

  it('says that made-up comments are made up', async () => {
    const { box } = await placed([], { demo: true });
    expect(textOf(part(box, 'demo'))).to.equal('演示数据');
  });
});
