/* One visit to the page of a host: what the widgets look like, whether they work, and what they leave behind. */
import sharp from 'sharp';
import { comparePictures } from '../pictures/compare-pictures.mjs';
import { shown, useAll } from './journey.mjs';
import { scriptOf } from './page.mjs';
import { listenersOf, OURS } from './record.mjs';

/** Runs in the page: adds the script of the widgets, as a manager of tags does. */
function addScript(address, type) {
  const script = document.createElement('script');
  Object.assign(script, { id: 'script-of-widgets', type, src: address });
  document.body.append(script);
}

/** Takes a picture of the widgets alone. */
async function photograph(page, world, width) {
  await page.setViewport({ ...page.viewport(), width });
  const clip = await world.run(() => {
    const { width, height } = document.querySelector('#widgets').getBoundingClientRect();
    return { x: 0, y: 0, width, height };
  });
  return page.screenshot({ clip, optimizeForSpeed: true, captureBeyondViewport: true });
}

async function pixelsOf(file) {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Only styles of the page can be another matter on a telephone. */
const widthsOf = ({ load = [], head = '', isLate, cannotCompare }) => {
  if (isLate || cannotCompare) return [];
  return load.some((file) => file.endsWith('.css')) || head.includes('<style>')
    ? [800, 360]
    : [800];
};

/** Says how the pictures of two visits differ; an empty text where they show the same. */
export async function differenceOf(clean, { pictures }) {
  const faults = [];
  for (const [at, picture] of pictures.entries()) {
    if (Buffer.compare(clean.pictures[at], picture) === 0) continue;
    const { fault } = comparePictures(await pixelsOf(clean.pictures[at]), await pixelsOf(picture));
    if (fault) faults.push(fault);
  }
  return pictures.length ? faults.join('; ') : 'there is no picture';
}

/** Says what two lists of listeners do not have in common. */
function changedListeners(before, after) {
  const rest = [...after];
  const gone = before.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [
    ...rest.map((one) => `new listener on ${one}`),
    ...gone.map((one) => `no listener on ${one}`),
  ];
}

/** Runs in the page what its record offers. */
const inPage = async ({ client }, expression) =>
  (await client.send('Runtime.evaluate', { expression })).result.value;

/** Takes the widgets out, and lists what is different in the page since before they came. */
async function changesSince(world, before, ofHost) {
  await world.run(() => {
    document.querySelectorAll('#widgets > *, customs-comment-count').forEach((one) => one.remove());
  });
  const allowed = ofHost ? [...OURS, ofHost] : OURS;
  return [
    ...(await inPage(world, 'compareRecord()')).split('\n'),
    ...changedListeners(before, await listenersOf(world.client)),
  ].filter((change) => change && !allowed.some((one) => one.test(change)));
}

/**
 * Visits the page of a host, uses all widgets, and takes them out again.
 *
 * @param open - opens a page, see `site.mjs`
 * @param widths - of the pictures
 * @param spoil - a script that runs in the page before the widgets are taken out
 * @returns `pictures`; `failure`, the first thing that did not work; `changes`, what is different in the page since
 * the script came; and `faults`, the errors of its scripts
 */
export async function visit(open, host, { widths = widthsOf(host), spoil } = {}) {
  const { page, world, faults } = await open(host);
  let failure;
  const attempt = async (part) => {
    try {
      if (!failure) await part();
    } catch (error) {
      failure = error;
    }
  };
  await inPage(world, 'takeRecord()');
  const before = await listenersOf(world.client);
  if (!host.isLate) await world.run(addScript, ...scriptOf(host));
  await attempt(() => shown(world, host));
  const pictures = [];
  await attempt(async () => {
    for (const width of widths) pictures.push(await photograph(page, world, width));
  });
  if (host.isBroken) world.hurry();
  if (!host.isOnlySeen) await attempt(() => useAll(world, host));
  if (spoil) await inPage(world, spoil);
  const changes = await changesSince(world, before, host.changes).catch(() => ['another page']);
  await page.close();
  return { pictures, failure, changes, faults };
}
