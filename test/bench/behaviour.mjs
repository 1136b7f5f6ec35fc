/* Measures an element in use: long threads, key presses, and memory that stays after removal. */
import { agency, page as firstPage } from './content.mjs';
import { heading, row, target } from './report.mjs';
import { inRounds, median } from './rounds.mjs';
import { SLOWDOWN } from './visit.mjs';

const CYCLES = 1000;

/** Opens an empty page with the script file for everything. */
async function open({ browser, site, url }) {
  site.put(
    '/behaviour.html',
    `<!doctype html><html lang="zh-Hans"><title>x</title><link rel="icon" href="data:,"><script type="module" src="/cdn/customs-widgets.js"></script><main></main></html>`,
  );
  const page = await browser.newPage();
  await page.goto(`${url}/behaviour.html`, { waitUntil: 'networkidle0' });
  return page;
}

/** Measures the first page of a thread. A long thread must not make it slower. */
export async function threads(bench) {
  const lengths = [10, 20, 1000, 10_000];
  for (const length of lengths) {
    const address = `/v1/sites/bench/threads/thread-${length}/comments`;
    bench.site.put(address, JSON.stringify(firstPage(length)));
  }
  const page = await open(bench);
  await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const values = await inRounds(lengths, bench.rounds, (length) =>
    page.evaluate(async (thread) => {
      const start = performance.now();
      const box = document.createElement('customs-comment-box');
      for (const [name, value] of Object.entries({ endpoint: '/', site: 'bench', thread }))
        box.setAttribute(name, value);
      document.querySelector('main').replaceChildren(box);
      while (box.shadowRoot.querySelectorAll('.comment').length < 10) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      void box.offsetHeight;
      return performance.now() - start;
    }, `thread-${length}`),
  );
  heading('The first page of a thread, in ms');
  row('comments', ...lengths);
  row('', ...lengths.map((length) => median(values.get(length)).toFixed(0)));
  target(
    'a thread of 10,000 ÷ one of 20',
    median(values.get(10_000)) / median(values.get(20)),
    1.1,
  );
  await page.close();
}

/** Measures the script time of one key press, in milliseconds. */
export async function keys(bench) {
  const page = await open(bench);
  const duties = Array.from({ length: 1000 }, (_, index) => ({
    ...agency.duties.items[index % agency.duties.items.length],
    id: `duty-${index + 1}`,
  }));
  await page.evaluate(
    async (data, rule) => {
      const list = document.createElement('customs-duty-list');
      Object.assign(list, { data, filter: true });
      const box = document.createElement('customs-comment-box');
      for (const [name, value] of Object.entries(rule)) box.setAttribute(name, value);
      document.querySelector('main').append(list, box);
      while (!box.shadowRoot.querySelector('textarea') || !list.shadowRoot.querySelector('input')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    { ...agency, duties: { items: duties } },
    { endpoint: '/', site: 'bench', thread: 'bench' },
  );
  await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const values = await inRounds(
    ['customs-duty-list input', 'customs-comment-box textarea'],
    bench.rounds,
    (path) =>
      page.evaluate(async (path) => {
        const [tag, selector] = path.split(' ');
        const host = document.querySelector(tag);
        const field = host.shadowRoot.querySelector(selector);
        field.value = field.value ? '' : '海';
        const start = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await host.updateComplete;
        return performance.now() - start;
      }, path),
  );
  for (const [path, times] of values)
    target(`a key in ${path}: ms of script`, median(times), 8, { digits: 1 });
  await page.close();
}

/** Measures the memory that removed elements leave after garbage collection. */
export async function cycles(bench) {
  heading(`${CYCLES} times put in and taken out: bytes that stay for each`);
  for (const name of ['profile-card', 'duty-list', 'rank-ladder', 'link-list']) {
    const page = await open(bench);
    const client = await page.createCDPSession();
    const run = (count) =>
      page.evaluate(
        async (tag, data, count) => {
          const main = document.querySelector('main');
          for (let index = 0; index < count; index += 1) {
            const element = Object.assign(document.createElement(tag), { data });
            main.append(element);
            await element.updateComplete;
            element.remove();
          }
        },
        `customs-${name}`,
        agency,
        count,
      );
    const heap = async () => {
      for (let time = 0; time < 3; time += 1) await client.send('HeapProfiler.collectGarbage');
      const { usedSize } = await client.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
      return { usedSize, nodes, jsEventListeners };
    };
    // The browser keeps compiling code that runs often, and stores the result.
    await run(8 * CYCLES);
    const before = await heap();
    await run(CYCLES);
    const after = await heap();
    const left = (after.usedSize - before.usedSize) / CYCLES;
    row(
      name,
      left.toFixed(1),
      `${after.nodes - before.nodes} nodes`,
      `${after.jsEventListeners - before.jsEventListeners} listeners`,
    );
    target(`${name}: bytes that stay of each`, left, 5, { digits: 1 });
    target(
      `${name}: nodes and listeners that stay`,
      after.nodes - before.nodes + (after.jsEventListeners - before.jsEventListeners),
      0,
      { digits: 0 },
    );
    await page.close();
  }
}
