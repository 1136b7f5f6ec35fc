/* The comment service of the demo. Its SQLite file is kept. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSettings, createService, makeToken } from '../../server/dist/index.js';

const root = join(import.meta.dirname, '../..');

const FOLDER = join(root, 'node_modules/.cache/customs-demo');

const notice = {
  'zh-Hans': {
    handler: '本演示由您自己的电脑运行，内容不会发送到别处。',
    purpose: '演示评论的提交、审核、展示与回复。',
    means: '保存在本机的 SQLite 文件中，审核后在本机网页上展示。',
    kinds: '评论内容，以及您自愿填写的称呼。',
    retention: '直到您撤回评论，或删除该文件。',
    rights: '凭回执编号可查询、撤回并删除评论。',
  },
  en: {
    handler: 'This demo runs on your own computer; nothing is sent anywhere else.',
    purpose: 'To show how comments are posted, reviewed, shown and answered.',
    means: 'Kept in a SQLite file on this computer, and shown on its pages after review.',
    kinds: 'The comment, and the name if you give one.',
    retention: 'Until you withdraw the comment, or delete the file.',
    rights: 'With the receipt number you can look the comment up, withdraw and erase it.',
  },
};

/** Reads the secret and token of earlier starts, so receipts and the token stay valid. */
function secrets(folder) {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(folder, { recursive: true });
  const made = { secret: randomBytes(32).toString('base64url'), ...makeToken() };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/**
 * Prepares the service.
 *
 * @param folder - folder of its file
 * @returns the service, the token of its administrator, and the address of its comments
 */
export async function demoService(folder = FOLDER) {
  const { secret, token, tokenHash } = secrets(folder);
  const file = join(folder, 'comments.sqlite');
  const service = await createService(
    checkSettings({
      secret,
      databaseUrl: `file:${file}`,
      logLevel: 'error',
      moderators: [{ name: 'demo', role: 'administrator', sites: ['*'], tokenHash }],
      sites: { customs: { officialName: '演示机关', consent: { version: '1', notice } } },
    }),
  );
  return { service, token, file: relative(process.cwd(), file) };
}
