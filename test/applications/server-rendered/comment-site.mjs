/* A site whose pages an application renders, with the comment service of the project in its folder /comments/. */
import { createServer } from 'node:http';
import { checkSettings, createService } from '../../../server/dist/index.js';
import { DATABASES } from '../../../server/test/running/databases.mjs';
import { openSite, settingsOf } from '../../../server/test/running/service.mjs';

const FOLDER = '/comments';

const notice = {
  handler: 'Police of Exampleton',
  purpose: 'To show and to answer comments.',
  means: 'Shown after review.',
  kinds: 'The comment.',
  retention: 'As long as it is shown.',
  rights: 'The receipt withdraws it.',
};

const SITES = {
  police: openSite({ officialName: 'Police', consent: { version: '1', notice: { en: notice } } }),
};

/**
 * Starts the site.
 *
 * @param test - the test or suite that it is for, and ends with
 * @param answer - answers all other requests
 * @returns `url`; and `posted`, the threads to which comments were sent, in order
 */
export async function openCommentSite(test, answer) {
  const settings = settingsOf(DATABASES.SQLite(test), {}, { sites: SITES, logLevel: 'silent' });
  const service = await createService(checkSettings(settings));
  test.after(() => service.close());
  const posted = [];
  const server = createServer((request, response) => {
    const { url, method } = request;
    if (!url.startsWith(`${FOLDER}/`)) return answer(request, response);
    const [, thread] = /\/threads\/([^/]+)\/comments$/.exec(url) ?? [];
    if (method === 'POST' && thread) posted.push(decodeURIComponent(thread));
    request.url = url.slice(FOLDER.length);
    return service.app.routing(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    // Browsers open spare connections that they never use.
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, posted };
}

/** Writes a comment in the box of a page and sends it, as a reader does. */
export async function comment(page, text) {
  await (await page.waitForSelector('customs-comment-box >>> textarea')).type(text);
  await (await page.$('customs-comment-box >>> #consent')).click();
  await (await page.$('customs-comment-box >>> [part=submit]')).click();
  await page.waitForFunction(
    (text) =>
      document
        .querySelector('customs-comment-box')
        .shadowRoot.querySelector('[part=posted]')
        ?.textContent.includes(text),
    {},
    text,
  );
}
