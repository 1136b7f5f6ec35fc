/* The command line that the builder shows prints what it shows. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../../.tools/project.mjs';
import { facts, snippetFor } from './pasting.mjs';

const SERVICE = { endpoint: '/comments', site: 'agency', thread: 'guide-7' };

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customs-command-'));
  it('prints the HTML of the snippet, for every element', () => {
    try {
      const agency = { lang: 'zh-Hans', name: 'A', duties: { items: [{ id: 'a', title: '<b>' }] } };
      writeFileSync(join(folder, 'agency.json'), JSON.stringify(agency));
      const cases = [
        { widget: 'profile-card', attributes: { qr: 'none' } },
        { widget: 'duty-list', attributes: { filter: true, lang: 'en' } },
        { widget: 'rank-ladder', styles: 'files', attributes: { 'heading-level': '3' } },
        { widget: 'link-list', prefix: 'police', attributes: { trusted: '-a.cn b.cn' } },
        { widget: 'comment-box', attributes: { ...SERVICE, site: "it's" } },
        { widget: 'duty-list', data: 'json' },
      ];
      for (const wanted of cases) {
        for (const form of ['server', 'html']) {
          const made = snippetFor({ ...wanted, form }, wanted.data && agency);
          const { code } = made.parts.find(({ kind }) => kind === 'shell');
          const html = made.parts.filter(({ kind }) => kind === 'html').at(-1);
          assert.match(code, /^npx customs-widgets render /);
          const command = `"${process.execPath}" "${join(root, 'dist/render/command.js')}"`;
          const printed = execFileSync(
            '/bin/sh',
            ['-c', code.replace('npx customs-widgets', command)],
            { cwd: folder, encoding: 'utf8' },
          ).trimEnd();
          assert.ok(html.code.endsWith(printed), `${code}\n${printed.slice(0, 300)}`);
          assert.ok(printed.length > 40);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('render', () => {
  it('writes comments as plain HTML by the link to their form, inside an element too', () => {
    const html = facts().render('comment-box', { attributes: SERVICE, fallback: 'plain' });
    assert.match(
      html,
      /^<customs-comment-box [^>]+><a href="[^"]+\/threads\/guide-7\/form">发表评论<\/a></,
    );
  });
});
