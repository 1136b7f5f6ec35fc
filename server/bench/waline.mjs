/* Waline on SQLite. Every measured thread gets a server and a database to itself, the best that Waline can have. */
import { randomUUID } from 'node:crypto';
import { countComments, insertComments } from '../../test/engines/waline/database.mjs';
import { createRequest, listRequest } from '../../test/engines/waline/requests.mjs';
import { startWaline } from '../../test/engines/waline/start.mjs';
import { scratchFolder } from '../test/running/databases.mjs';
import { sameEnds } from './load.mjs';
import { PAGE_SIZE, TEXT, WALINE_SIZES } from './scale.mjs';

const THREAD = '/news/';
const engine = 'Waline';

/** Starts a Waline whose only thread has so many comments. */
async function start(cleanup, size) {
  const data = scratchFolder(cleanup);
  const { url, stop } = await startWaline({ data });
  cleanup.after(stop);
  await insertComments(data, THREAD, size, TEXT);
  return { url, data };
}

async function listCase(cleanup, size) {
  const { url } = await start(cleanup, size);
  const request = listRequest(THREAD, PAGE_SIZE);
  const answer = await (await fetch(url + request.path)).text();
  const { errno, data } = JSON.parse(answer);
  const isFirstPage = errno === 0 && data.data.length === PAGE_SIZE && data.count === size;
  if (!isFirstPage || !data.data[0].comment.includes(` ${size}<`)) {
    throw new Error('Waline lists the wrong comments.');
  }
  return {
    ...{ engine, action: 'list', size, url },
    makeRequest: () => ({ ...request }),
    isRight: sameEnds(answer),
  };
}

/** It has a database to itself because new comments, which are published at once, make lists slower. */
async function createCase(cleanup, size) {
  const { url, data } = await start(cleanup, size);
  const countStored = async () => (await countComments(data, THREAD)) - size;
  return {
    case: {
      ...{ engine, action: 'create', size, url },
      makeRequest: () => createRequest(THREAD, `${TEXT} ${randomUUID()}`),
      isRight: (text) => text.startsWith('{"errno":0,'),
    },
    countStored,
  };
}

/** Waline, with what is measured on it. */
export const WALINE = {
  engine,
  start: async (cleanup, sizes = WALINE_SIZES) => {
    const create = await createCase(cleanup, sizes[0]);
    const cases = [create.case];
    for (const size of sizes) cases.unshift(await listCase(cleanup, size));
    return { cases, countStored: create.countStored };
  },
};
