/*
 * Keeps Lit inside the script files, which have a copy of their own: it leaves nothing on the page, takes nothing from
 * another Lit there, and runs where `Symbol` is frozen or a policy forbids its name. In npm modules, Lit belongs to the
 * application.
 */
import MagicString from 'magic-string';

/** Package files, and what is different in them here: a pattern that has to match once, its replacement. */
const CHANGES = {
  'lit-html/lit-html.js': [
    // Without `require-trusted-types-for`, templates are parsed without the policy. With it, rendering fails later, when
    // the page doctor is there to say why.
    [/\w\.createPolicy\("lit-html",\{createHTML:\w=>\w\}\)/, '(()=>{try{return $&}catch{}})()'],
    [
      /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '',
    ],
  ],
  'lit-element/lit-element.js': [
    // Server rendering of an application sets this function. Ours is taken over by src/base/take-over.
    [/,\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\)/, ''],
    [/const (\w)=\w\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w\}\);/, ''],
    [/\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    // MooTools 1.4 has its own `Document`. Styles in elements instead of sheets would be blocked by a strict policy.
    [/(?<="adoptedStyleSheets"in )Document\.prototype/, 'document'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    // Only for decorators, which .tools/compile.mjs replaces.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [
      /const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{const \w=litPropertyMetadata\.get\(\1\);if\(void 0!==\w\)for\([^)]+\)this\.elementProperties\.set\(\w,\w\)\}/,
      '',
    ],
    [/,\w=\w\.reactiveElementPolyfillSupport/, ''],
    [
      /,\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '',
    ],
  ],
};

/** What would be left in a script file if a module of Lit came in that is not in the table. */
const ON_THE_PAGE = /\blit\w*(?:Versions|Support|Metadata)\b|reactiveElement\w+|Symbol\.metadata/;

export const privateLit = {
  name: 'private-lit',
  transform(code, id) {
    const changes = Object.entries(CHANGES).find(([file]) => id.endsWith(`node_modules/${file}`));
    // Parts take Lit from the script that loads them.
    if (!changes || code.includes('customs-widgets/')) return null;
    const [file, edits] = changes;
    const text = new MagicString(code);
    for (const [pattern, replacement] of edits) {
      const count = code.match(new RegExp(pattern, 'g'))?.length ?? 0;
      if (count !== 1) throw new Error(`${file} has ${count} × ${pattern}; change it here too.`);
      text.replace(pattern, replacement);
    }
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
  renderChunk(code) {
    const left = ON_THE_PAGE.exec(code);
    if (left) throw new Error(`Lit would write or read ${left[0]} of the page.`);
    return null;
  },
};
