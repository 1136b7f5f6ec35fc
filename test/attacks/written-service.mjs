/* Written answers of a comment service, of a Waline server and of a file, for a site of `openSite`. */
import { BAD } from './bad-answers.mjs';

const record = (id, more = {}) => ({
  id,
  parentId: null,
  kind: 'comment',
  status: 'published',
  body: `第 ${id} 条`,
  lang: 'zh-Hans',
  authorName: null,
  createdAt: '2026-11-01T00:00:00Z',
  replyCount: 0,
  ...more,
});

const page = (items) => ({ items, nextCursor: null, total: items.length });

/** A second of silence, as a WAV file. */
function silence() {
  const samples = 8000;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt32LE(0x10001, 20);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt32LE(0x80001, 32);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples, 40);
  return wav;
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** Right answers, by their paths. */
export const ANSWERS = {
  '/v1/capabilities': {
    open: true,
    contact: 'off',
    identity: 'off',
    captcha: ['code'],
    reportReasons: ['spam'],
    consent: { version: '1', notice: {} },
    limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
  },
  '/v1/sites/a/threads/t/comments': page([record('1', { replyCount: 2 })]),
  '/v1/challenges': { id: 'x', digits: 4, image: 'v1/picture', audio: 'v1/sound' },
  '/v1/picture': PICTURE,
  '/v1/sound': silence(),
  '/v1/receipts/AAAA': {
    ...record('1'),
    updatedAt: '2026-11-01T00:00:00Z',
    replies: [],
    reason: null,
  },
  '/v1/comments/1/reports': undefined,
  '/v1/sites/a/counts': { counts: [{ thread: 't', count: 3 }] },
  '/comments.json': { comments: [{ id: '1', body: '很好。', createdAt: '2026-11-01T00:00:00Z' }] },
  '/waline/api/comment': {
    errno: 0,
    data: { data: [{ objectId: 1, orig: '很好。', nick: '甲', time: 1.7e12 }], totalPages: 1 },
  },
};

const REPLIES = page([record('2'), record('3')]);

/** Types of answers that are no JSON. */
const TYPES = { '/v1/picture': 'image/png', '/v1/sound': 'audio/wav' };

/** Puts the service on a site. Returns functions that spoil an answer and mend all of them. */
export function writtenService({ pages }) {
  const pending = new Set();
  const faults = new Map();
  for (const [path, right] of Object.entries(ANSWERS)) {
    const answer = (response) => {
      pending.add(response);
      response.on('close', () => pending.delete(response));
      const { url } = response.req;
      const value = url.includes('parentId') ? REPLIES : right;
      const type = TYPES[path] ?? 'application/json';
      const body = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '');
      const fault = faults.get(url.includes('parentId') ? 'replies' : path);
      if (fault) fault(response, { type, body, url });
      else response.writeHead(value ? 200 : 204, { 'content-type': type }).end(value && body);
    };
    pages.set(path, { body: answer });
  }
  return {
    pending: () => [...pending].map(({ req }) => req.url),
    spoil: (path, name) => faults.set(path, BAD[name]),
    /** Answers rightly again, and ends what was not answered. */
    mend() {
      faults.clear();
      for (const response of pending) response.destroy();
    },
  };
}
