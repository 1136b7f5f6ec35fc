/* What no source file may say, and no linter knows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { service, widgets } from './sources.mjs';

const codeOf = (text) => text.replace(/\/\*[^]*?\*\//g, '');

/** Fails where one of the files says what it may not. */
function forbid(pattern, files) {
  for (const [file, text] of files) assert.doesNotMatch(text, pattern, file);
}

/** The widgets whose path matches. */
const widgetsIn = (path) => [...widgets].filter(([file]) => path.test(file));

describe('the widgets', () => {
  it('keep values free of the page', () => {
    const values = widgetsIn(/^src\/agency\/(?!read-markup\.ts$)/);
    assert.ok(values.length > 10);
    forbid(
      /\b(document\.|window\.|HTMLElement|customElements)/,
      values.map(([file, text]) => [file, codeOf(text)]),
    );
  });

  it('never turn text into HTML, and write no style attribute', () => {
    // On a server, Vue takes what our own renderer wrote in no other way.
    const files = widgetsIn(/^src\/(?!frameworks\/vue-component\.ts$)/);
    forbid(
      /unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|styleMap|style=["$]/,
      files,
    );
  });

  it('take the template tag whose listeners the page cannot change', () => {
    const users = [...widgets].filter(([, text]) => /\{[^}]*\bhtml\b[^}]*\} from 'lit'/.test(text));
    assert.deepEqual(
      users.map(([file]) => file),
      ['src/base/templates/html.ts'],
    );
  });

  it('build a style sheet from a string in one place only, from constants', () => {
    const users = [...widgets].filter(([, text]) => text.includes('unsafeCSS('));
    assert.deepEqual(
      users.map(([file]) => file),
      ['src/base/styles/tokens.ts'],
    );
  });

  it('give every string an identifier for the translators', () => {
    for (const [file, text] of widgets) {
      for (const [call] of codeOf(text).matchAll(/\bmsg\((?!`)([^]*?)\)/g)) {
        assert.match(call, /\{\s*id:/, `${file}: ${call}`);
      }
    }
  });

  it('use logical directions, so that right-to-left pages work', () => {
    const styles = widgetsIn(/styles\.ts$/);
    assert.ok(styles.length > 5);
    forbid(
      /(margin|padding|border)-(left|right)|\b(left|right):|text-align: (left|right)|float:/,
      styles,
    );
  });

  it('name no file of the comment service', () => {
    forbid(/\.\.\/server\//, widgets);
  });
});

describe('the comment service', () => {
  it('never changes or removes an entry of the audit', () => {
    forbid(/(updateTable|deleteFrom)\('audit'/, service);
  });
});
