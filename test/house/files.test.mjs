/* Every file lies where a newcomer looks for it, and reads in one sitting. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BASE_ROOMS, FLOORS } from '../../.config/dependency-cruiser.mjs';
import { classNameOf, ELEMENT_NAMES, ELEMENTS, tagOf } from '../../.tools/project.mjs';
import { root, service, widgets } from './sources.mjs';

/** The rooms of a folder: what stands at `*` in the paths of its files. */
const roomsOf = (folder) =>
  new Set([...widgets.keys()].flatMap((file) => file.match(`^src/${folder}/([^/]+)/`)?.[1] ?? []));

const isLongerThan =
  (lines) =>
  ([, text]) =>
    text.split('\n').length > lines + 1;

describe('the widgets', () => {
  it('have every file on a floor', () => {
    assert.ok(widgets.size > 30);
    const paths = Object.values(FLOORS).map(({ path }) => new RegExp(path));
    const strays = [...widgets.keys()].filter((file) => !paths.some((path) => path.test(file)));
    assert.deepEqual(strays, []);
  });

  it('have the rooms of "base" that the rules of imports name, and no other', () => {
    assert.deepEqual(roomsOf('base'), new Set(BASE_ROOMS));
  });

  it('have a room for each row of the table, with a class under the name of the row, and no other', () => {
    assert.deepEqual(roomsOf('elements'), new Set(ELEMENT_NAMES));
    for (const name of ELEMENT_NAMES) {
      const text = widgets.get(`src/elements/${name}/${name}.ts`);
      assert.match(text, new RegExp(`export class ${classNameOf(name)} extends `), name);
      assert.ok(text.includes(`readonly tag = '${tagOf(name, 'customs')}'`), name);
      assert.ok(widgets.has(`src/elements/${name}/define.ts`), name);
    }
  });

  it('register with an element those that it draws, as its row says', () => {
    for (const name of ELEMENT_NAMES) {
      const text = widgets.get(`src/elements/${name}/define.ts`);
      const brought = [...text.matchAll(/^import '\.\.\/(.+)\/define\.js';$/gm)].map(
        ([, room]) => room,
      );
      assert.deepEqual(new Set(brought), new Set(ELEMENTS[name].draws), name);
    }
  });

  it('have plain HTML in the room of each element that shows an agency', () => {
    const shows = (name) =>
      /extends AgencyElement\b/.test(widgets.get(`src/elements/${name}/${name}.ts`));
    const rooms = ELEMENT_NAMES.filter(shows);
    assert.ok(rooms.length >= 4);
    assert.deepEqual(
      rooms.filter((name) => !widgets.has(`src/elements/${name}/plain.ts`)),
      [],
    );
  });

  it('have files short enough to read in one sitting', () => {
    assert.deepEqual(
      [...widgets].filter(isLongerThan(220)).map(([file]) => file),
      [],
    );
  });

  it('are of one version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.ok(widgets.get('src/version.ts').includes(`'${version}'`));
  });
});

describe('the comment service', () => {
  it('has files short enough to read in one sitting', () => {
    assert.ok(service.size > 40);
    assert.deepEqual(
      [...service].filter(isLongerThan(319)).map(([file]) => file),
      [],
    );
  });
});
