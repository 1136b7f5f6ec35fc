/* Plug-ins for the manifest analyzer. Adds what the analyzer cannot find out. */
import { posix } from 'node:path';

const oneLine = (text) => text?.replace(/\s+/g, ' ').trim();
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Reads slot names here: the analyzer cuts `insignia-<rank id>` at the first space. */
const slotsOf = (node, ts) =>
  ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === 'slot')
    .map(({ comment }) => oneLine(ts.getTextOfJSDocComment(comment) ?? ''))
    .map((text) => /^(.*?) ?(?:- (.*))?$/.exec(text))
    .map(([, name, description]) => ({ name, description }));

/** Reads `framed`. An element without Lit declares it in a table. */
function framedIn(member, name) {
  const inClass = /@property\(\{[^}]*\bframed: '(\w+)'/.exec(member.getText());
  const row = new RegExp(`'${name}', \\{ framed: '(\\w+)'`);
  return (inClass ?? row.exec(member.getSourceFile().text))?.[1];
}

/** Keeps public members, with types as written. */
export function publicMembers() {
  const internal = new Set();
  const isInternal = (ts, member) =>
    ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');
  return {
    name: 'public-members',
    collectPhase({ ts, node }) {
      if (ts.isClassElement(node) && isInternal(ts, node)) internal.add(node.name?.getText());
    },
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const doc = moduleDoc.declarations.find(({ name }) => name === node.name.text);
      doc.slots = slotsOf(node, ts);
      const hidden = new Set();
      for (const member of node.members) {
        const name = member.name?.getText();
        const isOverride = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Override;
        if (isInternal(ts, member) || (isOverride && internal.has(name))) hidden.add(name);
        const entry = doc.members.find((one) => one.name === name);
        const attribute = doc.attributes.find(({ fieldName }) => fieldName === name);
        // Drops `| undefined`, which the default says too. Restores types that the analyzer loses at a comment.
        for (const one of [entry, attribute]) {
          if (one && member.type && one.kind !== 'method')
            one.type = { text: member.type.getText() };
        }
        if (entry?.return && member.type) entry.return.type = { text: member.type.getText() };
        // Removes a default that is only a constant's name: readers cannot see its value.
        if (member.initializer && ts.isIdentifier(member.initializer)) delete entry?.default;
        const framed = attribute && framedIn(member, name);
        if (framed) attribute.framed = framed;
      }
      doc.members = doc.members.filter(
        ({ name, privacy = 'public' }) => privacy === 'public' && !hidden.has(name),
      );
    },
  };
}

/** Returns the values of a string union, default first, else undefined. */
function acceptedValues({ parsedType, default: preset }) {
  const values = parsedType?.text.split(' | ') ?? [];
  if (values.length < 2 || !values.every((value) => /^'[^']*'$/.test(value))) return undefined;
  return { text: values.sort((one, other) => (other === preset) - (one === preset)).join(' | ') };
}

/** Keeps only elements and base classes, with published paths and tags. */
export function elementsOnly() {
  return {
    name: 'elements-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      /** Definitions of elements, by the path of the module that registers each. */
      const definitions = new Map();
      for (const one of manifest.modules) {
        one.path = published(one.path);
        one.declarations = one.declarations.filter(({ superclass }) => superclass);
        const names = one.declarations.map(({ name }) => name);
        one.exports = one.exports.filter(({ name }) => names.includes(name));
        for (const { declaration } of one.exports) declaration.module = one.path;
        for (const doc of one.declarations) {
          doc.customElement = true;
          const tag = doc.members?.find(({ name }) => name === 'tag')?.default;
          if (!tag) continue;
          doc.tagName = tag.slice(1, -1);
          const declaration = { name: doc.name, module: one.path };
          const defines = posix.join(posix.dirname(one.path), 'define.js');
          definitions.set(defines, {
            kind: 'custom-element-definition',
            name: doc.tagName,
            declaration,
          });
        }
      }
      for (const { path, exports } of manifest.modules)
        exports.push(...[definitions.get(path) ?? []].flat());
      manifest.modules = manifest.modules.filter(({ exports }) => exports.length);
      tidy(manifest);
    },
  };
}

/** Tidies the manifest: published paths, one-line texts, lists of values. */
function tidy(value) {
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === 'object' && child) tidy(child);
    else if (key === 'module') value.module = published(child);
    else if (key === 'description' || key === 'summary') value[key] = oneLine(child);
  }
  if (value.parsedType) {
    value.type = acceptedValues(value) ?? value.type;
    delete value.parsedType;
  }
}
