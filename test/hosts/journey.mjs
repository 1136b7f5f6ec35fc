/* What citizens do with every element, by mouse and keyboard. Fails at the first thing that does not work. */
import assert from 'node:assert/strict';

const duties = (path) => `customs-duty-list >>> ${path}`;
const ranks = (path) => `customs-rank-ladder >>> ${path}`;
const links = (path) => `customs-link-list >>> ${path}`;
const profile = (path) => `customs-profile-card >>> ${path}`;
const box = (path) => `customs-comment-box >>> ${path}`;

/** The world inside the element that draws the others. */
function inside(world, { isWhole }) {
  if (!isWhole) return world;
  const within =
    (act) =>
    (path, ...more) => {
      const isDrawn = path.startsWith('customs-') && !path.startsWith('customs-comment-count');
      return act(isDrawn ? `customs-agency-page >>> ${path}` : path, ...more);
    };
  const { click, enter, says, shows, textOf, valueOf } = world;
  const acts = { click, enter, says, shows, textOf, valueOf };
  return {
    ...world,
    ...Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, within(act)])),
  };
}

/** Waits until all elements show what they are for. */
export async function shown(world, host) {
  const { shows, says } = inside(world, host);
  await says(profile('[part=heading]'), '海关总署');
  await says(duties('[part=count]'), '共 13 项');
  await shows(ranks('[part=rank]'));
  await shows(links('[part=link]'));
  await shows(box('[part=submit]'));
  await says(box('[part=records]'), '第 2 条');
  await says('customs-comment-count >>> [part=count]', '2 条');
}

async function reads({ click, says, shows, press }, { isWhole = false }) {
  await click(profile('[part=toggle]'));
  await shows(profile('[part=toggle][aria-expanded=true]'));
  // A whole page shows the code at first.
  await click(profile('[aria-controls=qr]'));
  await shows(profile('[part=qr-code]'), !isWhole);
  await click(ranks('.switch button:last-child'));
  await shows(ranks('[part=table]'));
  await click(links('[part=link]'));
  await shows(links('[part=notice]'));
  await press('Escape');
  await shows(links('[part=notice]'), false);
  await click(duties('[part=copy]'));
  await says(duties('[part=feedback]'), '已复制');
}

async function searches({ enter, says, type, press, valueOf }) {
  await enter(duties('input'));
  await type('统计');
  await says(duties('[part=count]'), '找到 1 项');
  assert.equal(await valueOf(duties('input')), '统计');
  await press('Backspace');
  await press('Backspace');
  await says(duties('[part=count]'), '共 13 项');
}

/** Follows the number of a duty, which leads to it on this page and leaves its address. */
async function followsLink({ click, shows, run }, { route }) {
  const length = await run(() => history.length);
  await click(duties('#duty-3 [part=number]'));
  await shows(duties('#duty-3.target'));
  const { hash, added } = await run(
    (length) => ({ hash: location.hash, added: history.length - length }),
    length,
  );
  if (route) assert.equal(hash, route);
  else assert.deepEqual({ hash, added }, { hash: '#duty-3', added: 1 });
}

async function comments({ click, enter, says, shows, type, press, valueOf }) {
  await click(box('[part=reply]'));
  await shows(box('[part=reply-to]'));
  await click(box('[part=reply-to] button'));
  await shows(box('[part=reply-to]'), false);
  await enter(box('#body'));
  await type('yes / sir');
  await press('Enter');
  await type('xs');
  await press('Backspace');
  assert.equal(await valueOf(box('#body')), 'yes / sir\nx');
  await enter(box('#authorName'));
  await type('Jess');
  assert.equal(await valueOf(box('#authorName')), 'Jess');

  await click(box('[part=submit]'));
  await shows(box('[part=error-summary] a'));
  await click(box('#consent'));
  await click(box('[part=submit]'));
  await says(box('[part=posted]'), 'yes / sir x');
  await says(box('[part=posted]'), 'Jess');
  await shows(box('[part=outcome] [part=receipt-number]'));
  assert.equal(await valueOf(box('#body')), '');
}

/** Looks up the receipt of the comment. */
async function looksUp({ click, enter, says, press, paste, textOf }) {
  const number = await textOf(box('[part=outcome] [part=receipt-number]'));
  await click(box('[part=receipts] > summary'));
  await enter(box('#receipt'));
  await paste(number);
  await press('Enter');
  await says(box('[part=receipt]'), '待审核');
}

/** Uses every element on the page of a host. */
export async function useAll(page, host) {
  const world = inside(page, host);
  await reads(world, host);
  await searches(world);
  await followsLink(world, host);
  await comments(world);
  await looksUp(world);
  // Nothing that was typed has gone into the page.
  assert.equal(await world.run(() => document.forms.search.elements.q.value), '');
}
