/* What --help says about the settings, and in which language. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { descriptionsIn } from '../../dist/configuration/descriptions.js';
import { helpText } from '../../dist/configuration/help.js';
import {
  ENVIRONMENT,
  ModeratorSettings,
  Settings,
  SiteSettings,
} from '../../dist/configuration/settings.js';
import { runCommand } from '../running/service.mjs';

const GROUPS = { settings: Settings, moderator: ModeratorSettings, site: SiteSettings };
const HAN = /\p{Script=Han}/u;

/** Lists the settings of a group; one inside another has both names. */
const pathsOf = ({ properties = {} }, before = []) =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const path = [...before, name];
    return [path, ...('notice' in (schema.properties ?? {}) ? [] : pathsOf(schema, path))];
  });

/** The keys under which a sentence for a setting may stand: its own, or one for several settings. */
const namesOf = (path) => [path.join('.'), [...path.slice(0, -2), '*', path.at(-1)].join('.')];

describe('--help', () => {
  it('names every setting, with its default and its variable', async () => {
    const { code, output } = await runCommand(['--help']);
    assert.equal(code, 0);
    for (const schema of Object.values(GROUPS)) {
      for (const path of pathsOf(schema)) {
        const name = path.at(-1);
        assert.match(output, new RegExp(`^ {${2 * path.length}}${name}\\b`, 'm'), name);
      }
    }
    for (const variable of Object.values(ENVIRONMENT))
      assert.ok(output.includes(variable), variable);
    assert.match(output, /port {2}.*Default: 8787\./);
  });

  for (const language of ['en', 'zh-Hans']) {
    it(`has a sentence for every setting, and none for anything else, in ${language}`, () => {
      const descriptions = descriptionsIn(language);
      assert.deepEqual(Object.keys(descriptions), Object.keys(GROUPS));
      for (const [group, schema] of Object.entries(GROUPS)) {
        const paths = pathsOf(schema);
        const sentences = descriptions[group];
        for (const path of paths) {
          const text =
            namesOf(path)
              .map((name) => sentences[name])
              .find(Boolean) ?? '';
          assert.match(text, language === 'en' ? /\w.*\.$/ : /。$/, path.join('.'));
          assert.ok(language === 'en' || HAN.test(text), path.join('.'));
        }
        const known = new Set(paths.flatMap(namesOf));
        const others = Object.keys(sentences).filter((name) => !known.has(name));
        assert.deepEqual(others, []);
      }
    });
  }

  it('says in both languages the same names, values and defaults', () => {
    const [english, chinese] = ['en', 'zh-Hans'].map((language) => helpText(language));
    const count = (text) => text.split('\n').filter((line) => /^ +\w+ {2}/.test(line)).length;
    assert.equal(count(chinese), count(english));
    assert.match(chinese, /port {2}监听端口。默认值：8787。/);
    assert.match(chinese, /moderation {2}.*可选值："before"、"after"。/);
  });

  const spoken = async (args, env) => {
    const { output } = await runCommand(['--help', ...args], { env });
    return HAN.test(output.split('\n')[0]) ? 'Chinese' : 'English';
  };

  it('speaks the language of the terminal', async () => {
    assert.equal(await spoken([], { LANG: 'zh_CN.UTF-8' }), 'Chinese');
    assert.equal(await spoken([], { LC_MESSAGES: 'zh_TW', LANG: 'en_US.UTF-8' }), 'Chinese');
    assert.equal(await spoken([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }), 'English');
    assert.equal(await spoken([], {}), 'English');
  });

  it('speaks the language of --lang, whatever the terminal does', async () => {
    assert.equal(await spoken(['--lang', 'zh-Hans'], {}), 'Chinese');
    assert.equal(await spoken(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }), 'English');
    const { code, errors } = await runCommand(['--help', '--lang', 'fr']);
    assert.equal(code, 2);
    assert.match(errors, /no language "fr"/);
  });
});
