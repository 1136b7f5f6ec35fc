/* The archive for people without npm: unpack it, double-click, and it works. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { writeArchive } from '../../.tools/published-files.mjs';
import { root } from '../../.tools/project.mjs';
import { openSite, shown } from './site.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const archive = join(root, `dist/customs-widgets-${version}.zip`);
const files = unzipSync(readFileSync(archive));
const text = (name) => new TextDecoder().decode(files[name]);

let site;
let folder;
before(async () => {
  site = await openSite();
  // A folder name as people write it.
  folder = join(mkdtempSync(join(tmpdir(), 'customs-archive-')), '新建 文件夹 (1)#');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
});
after(async () => {
  await site.close();
  rmSync(dirname(folder), { recursive: true });
});

describe('the archive', () => {
  it('has a page that works by double click, in Chinese and English, with no failed request', async () => {
    const { page, faults, requests } = await site.openFile(join(folder, 'example.html'));
    const [own, ownDuties, card, chinese, english, ranks, links] = await shown(
      page,
      'customs-profile-card',
      'customs-duty-list',
      'customs-profile-card[agency]',
      'customs-duty-list[agency]',
      'section[lang=en] customs-duty-list',
      'customs-rank-ladder',
      'customs-link-list[agency]',
    );
    assert.ok(own.includes('示例市档案局'));
    assert.match(ownDuties, /接收和保管本市的重要档案/);
    assert.ok(card.includes('海关总署'));
    assert.ok(chinese.includes('（十三）'));
    for (const part of [english, ranks, links]) assert.match(part, /[a-z]{4,} [a-z]{2,}/i);
    assert.ok(english.includes('smuggling'), english.slice(0, 300));
    assert.deepEqual(faults, []);
    assert.ok(requests.every((url) => url.startsWith('file:') && !url.endsWith('.json')));
    await page.close();
  });

  it('has an example of the data, which a site reads and the schema accepts', async () => {
    const agency = JSON.parse(text('agency.json'));
    assert.equal(text('agency.json').trimEnd(), JSON.stringify(agency, null, 2).trimEnd());
    assert.notEqual(files['agency.json'][0], 0xef, 'no byte order mark: other programs reject it');
    const { parse } = await import('../../dist/index.js');
    assert.deepEqual(parse(agency).problems, []);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(text('agency.schema.json')),
    );
    assert.ok(validate(agency), JSON.stringify(validate.errors));
    assert.match(text('bundle/agency.js'), /^\uFEFF?if \(location\.protocol === 'file:'\)/);
  });

  for (const [name, ready] of [
    ['builder.html', '#part-0'],
    ['editor.html', '#editor :is(textarea, input)'],
  ]) {
    it(`has ${name}, which opens by double click and asks for nothing else`, async () => {
      const { page, faults, requests } = await site.openFile(join(folder, name));
      await page.waitForSelector(ready);
      const background = await page.$eval('.bar', (one) => getComputedStyle(one).backgroundColor);
      assert.notEqual(background, 'rgba(0, 0, 0, 0)', 'styled');
      const links = await page.$$eval('a[href]', (all) => all.map(({ href }) => href));
      for (const link of links.filter((one) => one.startsWith('file:'))) {
        const target = decodeURIComponent(new URL(link).pathname);
        assert.ok(existsSync(target), link);
      }
      assert.deepEqual(faults, []);
      assert.ok(requests.every((url) => url.startsWith('file:') && !url.endsWith('.json')));
      await page.close();
    });
  }

  it('has a builder that makes a whole page on a disk, as far as its downloads', async () => {
    const { page, faults } = await site.openFile(join(folder, 'builder.html'));
    await page.waitForSelector('input[name="make"][value="page"]');
    assert.doesNotMatch(
      await page.$eval('.intro', ({ innerText }) => innerText),
      /网址|address/,
      'what nobody can open needs no sharing',
    );
    await page.click('input[name="make"][value="page"]');
    await page.click('input[name="data"][value="json"]');
    await page.waitForSelector('#json');
    await page.$eval(
      '#json',
      (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      text('agency.json'),
    );
    await page.waitForFunction(() =>
      document
        .querySelector('#file-index-html')
        ?.textContent.includes('<title>示例市档案局</title>'),
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('holds the licence, a page of instructions in both languages, and every script file', () => {
    const names = Object.keys(files);
    for (const name of [
      'CHANGELOG.md',
      'LICENSE',
      'README.txt',
      'agency.json',
      'agency.schema.json',
      'builder.html',
      'editor.html',
      'example.html',
      'customs-widgets/LICENSES.txt',
    ]) {
      assert.ok(names.includes(name), name);
    }
    const { files: listed } = JSON.parse(text('customs-widgets/integrity.json'));
    for (const [name, { bytes }] of Object.entries(listed)) {
      assert.equal(files[`customs-widgets/${name}`]?.length, bytes, name);
    }
    const readme = text('README.txt');
    assert.ok(readme.includes(version) && readme.indexOf('双击') < readme.indexOf('double-click'));
    assert.match(readme, /双击打开时只显示不带脚本的样子[^]*by double click, it shows what it has/);
    assert.ok(!names.some((name) => name.endsWith('.map')));
  });

  for (const [name, title, code] of [
    ['README.md', '## A page in five minutes', '## Use it on a page'],
    ['README.zh-CN.md', '## 五分钟做好本单位的网页', '## 在网页上使用'],
  ]) {
    it(`is the first way in ${name}: three steps before any code`, () => {
      const document = readFileSync(join(root, name), 'utf8');
      const section = document.slice(document.indexOf(title), document.indexOf(code));
      assert.ok(section.startsWith(title));
      assert.deepEqual(section.match(/^\d\./gm), ['1.', '2.', '3.']);
      assert.doesNotMatch(section, /```|<script/);
      for (const page of ['editor.html', 'builder.html']) {
        assert.ok(section.includes(page) && files[page], page);
      }
    });
  }

  it('is the same bytes each time it is made', () => {
    const first = readFileSync(archive);
    writeArchive();
    assert.ok(first.equals(readFileSync(archive)));
    assert.deepEqual(Object.keys(files), Object.keys(files).sort());
  });

  it('gives everybody the right to read each file, where a system has such rights', () => {
    const bytes = readFileSync(archive);
    // The central directory: a record a file, with its mode in the upper half of a number.
    const modes = [];
    let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06') + 16);
    while (bytes.readUInt32LE(at) === 0x02014b50) {
      assert.equal(bytes[at + 5], 3, 'made on Unix');
      modes.push((bytes.readUInt32LE(at + 38) >>> 16).toString(8));
      const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
      at += 46 + name + extra + comment;
    }
    assert.equal(modes.length, Object.keys(files).length);
    assert.deepEqual(new Set(modes), new Set(['100644']));
  });

  it('is not in the npm package, which has the folder itself', () => {
    assert.deepEqual(
      readdirSync(site.folder).filter((name) => name.endsWith('.zip')),
      [],
    );
  });
});
