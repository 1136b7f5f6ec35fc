/* global document, fetch, Node, performance, requestAnimationFrame, window */

/*
 * What the benchmark does in the browser. The function is sent there as text, so everything it needs
 * is inside it.
 */

/**
 * Measures the elements and the same work done by plain DOM calls, in turns.
 *
 * @param base - address of the server
 * @param rounds - how many times each side is measured
 * @returns for each measurement its name and the milliseconds of every round
 */
export async function measureInPage(base, rounds) {
  const WARM_UP = 2;
  const DUTIES = 1000;
  const CARDS = 100;
  const PARSES = 200;
  const COMMENTS = 50;
  const PAGES = 20;
  const QUERY = '口';

  const { CustomsProfileCard, parse } = await import(`${base}cdn/customs-widgets.js`);
  const text = await (await fetch(`${base}cdn/gacc/zh-Hans.json`)).text();
  const gacc = JSON.parse(text);

  const many = Array.from({ length: DUTIES }, (_, index) => ({
    ...gacc.duties.items[index % gacc.duties.items.length],
    id: `duty-${index + 1}`,
  }));
  const agency = { ...gacc, duties: { ...gacc.duties, items: many } };

  /** What an element has rendered, as values that plain calls can build again. */
  const record = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? node.data : undefined;
    if (!(node instanceof window.Element)) return undefined;
    const children = [...node.childNodes].map(record).filter((child) => child !== undefined);
    const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
    return { name: node.localName, namespace: node.namespaceURI, attributes, children };
  };

  const onClick = () => {};
  const create = (recorded) => {
    if (typeof recorded === 'string') return document.createTextNode(recorded);
    const { name, namespace, attributes, children } = recorded;
    const node = namespace.endsWith('/svg')
      ? document.createElementNS(namespace, name)
      : document.createElement(name);
    for (const [attribute, value] of attributes) node.setAttribute(attribute, value);
    if (children.length === 1 && typeof children[0] === 'string') node.textContent = children[0];
    else for (const child of children) node.appendChild(create(child));
    if (name === 'button') node.addEventListener('click', onClick);
    return node;
  };

  const recordRoot = ({ shadowRoot }) => ({
    styles: [...shadowRoot.adoptedStyleSheets],
    frame: record(shadowRoot.querySelector('.frame')),
  });
  const fillRoot = (host, { styles, frame }) => {
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = styles;
    shadow.appendChild(create(frame));
  };

  const makeList = () => {
    const list = document.createElement('customs-duty-list');
    Object.assign(list, { lang: 'zh-Hans', filter: true, data: agency });
    return list;
  };
  const makeHost = () => document.createElement('div');
  const layOut = () => document.body.offsetHeight;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const settle = async () => {
    document.body.replaceChildren();
    await frame();
    await frame();
  };
  const time = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const expect = (fact, what) => {
    if (!fact) throw new Error(`The benchmark does not measure what it should: ${what}.`);
  };

  const list = makeList();
  document.body.append(list);
  await list.updateComplete;
  const recordedList = recordRoot(list);
  const recordedRows = [...list.shadowRoot.querySelectorAll('li')].map(record);
  const recordedGroup = record(list.shadowRoot.querySelector('ol').cloneNode());
  expect(recordedRows.length === DUTIES, `${recordedRows.length} rows`);
  const groupSize = list.shadowRoot.querySelector('ol').children.length;
  await settle();

  const firstRender = {
    name: `first render of ${DUTIES.toLocaleString('en')} duties`,
    library: () =>
      time(async () => {
        const element = makeList();
        document.body.append(element);
        await element.updateComplete;
        layOut();
      }),
    plain: () =>
      time(() => {
        const host = makeHost();
        fillRoot(host, recordedList);
        document.body.append(host);
        layOut();
      }),
  };

  const keystroke = {
    name: `one keystroke in ${DUTIES.toLocaleString('en')} duties`,
    library: async () => {
      const element = makeList();
      document.body.append(element);
      await element.updateComplete;
      const field = element.shadowRoot.querySelector('input');
      await frame();
      const spent = await time(async () => {
        field.value = QUERY;
        field.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
        await element.updateComplete;
        layOut();
      });
      const left = element.shadowRoot.querySelectorAll('li').length;
      expect(left > 0 && left < DUTIES, `the search leaves ${left} rows`);
      return spent;
    },
    plain: async () => {
      const host = makeHost();
      fillRoot(host, recordedList);
      document.body.append(host);
      layOut();
      const count = host.shadowRoot.querySelector('[part="count"]');
      await frame();
      return time(() => {
        const found = recordedRows.filter(
          (_, index) => many[index].title.includes(QUERY) || many[index].text?.includes(QUERY),
        );
        const old = [...host.shadowRoot.querySelectorAll('ol')];
        const groups = [];
        for (let start = 0; start < found.length; start += groupSize) {
          const group = create(recordedGroup);
          for (const row of found.slice(start, start + groupSize)) group.appendChild(create(row));
          groups.push(group);
        }
        old[0].before(...groups);
        for (const group of old) group.remove();
        count.textContent = String(found.length);
        layOut();
      });
    },
  };

  let names = 0;
  const makeCards = (name) =>
    Array.from({ length: CARDS }, (_, index) =>
      Object.assign(document.createElement(name), {
        lang: 'zh-Hans',
        data: { ...gacc, name: `${gacc.name} ${index + 1}`, url: `${gacc.url}?${index + 1}` },
      }),
    );
  /** A class is upgraded to once in a page, so every round takes another name. */
  const upgradeCards = async () => {
    const name = `bench-card-${(names += 1)}`;
    const cards = makeCards(name);
    document.body.append(...cards);
    layOut();
    const spent = await time(async () => {
      CustomsProfileCard.define(name);
      await Promise.all(cards.map((card) => card.updateComplete));
      layOut();
    });
    return { spent, cards };
  };
  const recordedCards = (await upgradeCards()).cards.map(recordRoot);
  expect(JSON.stringify(recordedCards[0].frame).includes(gacc.name), 'the cards are empty');
  await settle();

  const upgrade = {
    name: `upgrade of ${CARDS} profile cards`,
    library: async () => (await upgradeCards()).spent,
    plain: () => {
      const hosts = recordedCards.map(makeHost);
      document.body.append(...hosts);
      layOut();
      return time(() => {
        hosts.forEach((host, index) => fillRoot(host, recordedCards[index]));
        layOut();
      });
    },
  };

  expect(parse(gacc).ok, 'the data is not valid');
  const repeat = (work) =>
    time(() => {
      for (let index = 0; index < PARSES; index += 1) work();
    }).then((spent) => spent / PARSES);
  const parsing = {
    name: 'parse() against JSON.parse()',
    library: () => repeat(() => parse(gacc)),
    plain: () => repeat(() => JSON.parse(text)),
  };

  /** An engine at hand, so that nothing is measured but the box. */
  const provider = {
    capabilities: async () => ({
      open: true,
      contact: 'off',
      identity: 'off',
      captcha: [],
      consent: { version: '1', notice: { 'zh-Hans': { handler: gacc.name } } },
      limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
      reportReasons: ['other'],
    }),
    list: async (_, { cursor = '0', limit }) => ({
      items: Array.from({ length: limit }, (_, index) => ({
        id: `${cursor}-${index}`,
        parentId: null,
        kind: 'comment',
        status: 'published',
        body: gacc.duties.items[index % gacc.duties.items.length].title,
        lang: 'zh-Hans',
        authorName: null,
        createdAt: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
        replyCount: 0,
        replies: [],
      })),
      nextCursor: String(Number(cursor) + 1),
      total: 100_000,
    }),
    submit: async () => {},
    report: async () => {},
  };
  const openBox = async (pages) => {
    const box = document.createElement('customs-comment-box');
    Object.assign(box, { lang: 'zh-Hans', provider, pageSize: COMMENTS });
    document.body.append(box);
    const count = () => box.shadowRoot.querySelectorAll('.comment').length;
    for (let page = 1; page <= pages; page += 1) {
      while (count() < page * COMMENTS) await box.updateComplete;
      if (page < pages) box.shadowRoot.querySelector('[part=more]').click();
    }
    return box;
  };
  const recordedBox = recordRoot(await openBox(1));
  await settle();

  const comments = {
    name: `first page of ${COMMENTS} comments`,
    library: () =>
      time(async () => {
        await openBox(1);
        layOut();
      }),
    plain: () =>
      time(() => {
        const host = makeHost();
        fillRoot(host, recordedBox);
        document.body.append(host);
        layOut();
      }),
  };

  const longBox = await openBox(PAGES);
  const recordedLongBox = recordRoot(longBox);
  expect(longBox.shadowRoot.querySelectorAll('.comment').length === 1000, 'the box is short');
  const typing = {
    name: 'one keystroke above 1,000 comments',
    library: async () => {
      document.body.append(longBox);
      await longBox.updateComplete;
      layOut();
      await frame();
      const field = longBox.shadowRoot.querySelector('textarea');
      return time(async () => {
        field.value += '字';
        field.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
        await longBox.updateComplete;
        layOut();
      });
    },
    plain: async () => {
      const host = makeHost();
      fillRoot(host, recordedLongBox);
      document.body.append(host);
      layOut();
      await frame();
      const field = host.shadowRoot.querySelector('textarea');
      return time(() => {
        field.value += '字';
        const left = 2000 - field.value.length;
        host.shadowRoot.querySelector('[part=characters]').textContent = `${left}`;
        layOut();
      });
    },
  };
  await settle();

  const results = [];
  const measured = [firstRender, keystroke, upgrade, parsing, comments, typing];
  for (const { name, library, plain } of measured) {
    const spent = { library: [], plain: [] };
    for (let round = -WARM_UP; round < rounds; round += 1) {
      // Whoever comes second finds a warmer cache and more garbage, so they take turns.
      const turns = [
        ['library', library],
        ['plain', plain],
      ];
      for (const [side, run] of round % 2 ? turns.reverse() : turns) {
        const milliseconds = await run();
        await settle();
        if (round >= 0) spent[side].push(milliseconds);
      }
    }
    results.push({ name, ...spent });
  }
  return results;
}
