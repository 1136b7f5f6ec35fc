/*
 * Documents the elements from the doc comments of the sources.
 *
 *   node .tools/manifest.mjs          builds, then rewrites the tables of the elements in README.md
 *   node .tools/manifest.mjs build    writes dist/custom-elements.json for editors and catalogues
 *   node .tools/manifest.mjs check    fails when the tables are out of date or something is missing
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { format, resolveConfig } from 'prettier';
import { ELEMENT_NAMES } from './elements.mjs';
import { root } from './project.mjs';

const BASES = ['src/base/element/customs-element.ts', 'src/base/element/agency-element.ts'];
const [START, END] = ['<!-- elements:start -->', '<!-- elements:end -->'];

/** Parts whose name is only known at run time. */
const DYNAMIC_PARTS = {
  'src/base/templates/heading.ts': ['heading', 'subheading'],
  'src/elements/comment-box/comment-view.ts': ['comment', 'official'],
  'src/elements/rank-ladder/table-view.ts': ['table'],
};

const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

const oneLine = (text) => text?.replace(/\s+/g, ' ').trim();
const published = (file) => file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
const source = (path) => path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');

function scripts(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

function parse(file, name = file) {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/** `Class.member` → its accepted values in the order of the sources: `'auto' | 'light'`. */
function acceptedValues(files) {
  const { options } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, ts.sys);
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    options,
  );
  const checker = program.getTypeChecker();

  /** A union forgets the order of its members; the list that it is made from does not. */
  const ordered = (node) => {
    if (ts.isTypeReferenceNode(node)) {
      let symbol = checker.getSymbolAtLocation(node.typeName);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
      const alias = symbol?.declarations?.find(ts.isTypeAliasDeclaration);
      if (alias) return ordered(alias.type);
    }
    if (ts.isParenthesizedTypeNode(node)) return ordered(node.type);
    if (ts.isUnionTypeNode(node)) return node.types.flatMap(ordered);
    const type = checker.getTypeFromTypeNode(node);
    if (ts.isIndexedAccessTypeNode(node)) {
      const list = checker.getTypeFromTypeNode(node.objectType);
      if (checker.isTupleType(list)) return checker.getTypeArguments(list);
    }
    return type.isUnion() ? type.types : [type];
  };

  const values = new Map();
  for (const file of files) {
    for (const statement of program.getSourceFile(join(root, file)).statements) {
      if (!ts.isClassDeclaration(statement)) continue;
      for (const { name, type } of statement.members) {
        const types = type ? ordered(type) : [];
        if (!types.length || !types.every((one) => one.isStringLiteral())) continue;
        const text = types.map(({ value }) => `'${value}'`).join(' | ');
        values.set(`${statement.name.text}.${name.getText()}`, text);
      }
    }
  }
  return values;
}

/** What the analyzer cannot know: inherited internal members, and how elements are registered. */
function customsPlugin(values) {
  const internal = new Set();
  const definitions = [];
  const isInternal = (member) =>
    ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'internal');
  const isOverride = (member) => ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Override;

  /** The analyzer takes the name of a slot to end at the first blank: `insignia-<rank id>`. */
  const slots = (node) =>
    ts
      .getJSDocTags(node)
      .filter((tag) => tag.tagName.text === 'slot')
      .map((tag) => oneLine(ts.getTextOfJSDocComment(tag.comment) ?? ''))
      .map((text) => text.match(/^(.*?) ?(?:- (.*))?$/))
      .map(([, name, description]) => ({ name, description }));

  /** What is said of an attribute in its declaration, for the builder of snippets. */
  const framedIn = (member) => {
    const inClass = member.getText().match(/@property\(\{[^}]*\bframed: '(\w+)'/);
    // An element without Lit says so in a table of its own.
    const row = new RegExp(`'${member.name?.getText()}', \\{ framed: '(\\w+)'`);
    return (inClass ?? row.exec(member.getSourceFile().text))?.[1];
  };

  const readClass = (node, moduleDoc) => {
    const doc = moduleDoc.declarations.find(({ name }) => name === node.name.text);
    doc.slots = slots(node);
    const hidden = new Set();
    for (const member of node.members) {
      const name = member.name?.getText();
      if (isInternal(member) || (isOverride(member) && internal.has(name))) hidden.add(name);
      const entry = doc.members.find((one) => one.name === name);
      // A `@returns` without a type makes the analyzer forget the type.
      if (entry?.return && member.type) entry.return.type = { text: member.type.getText() };
      // A default like `VERSION` names a constant that readers of the manifest do not see.
      if (entry && member.initializer && ts.isIdentifier(member.initializer)) delete entry.default;
      const attribute = doc.attributes.find(({ fieldName }) => fieldName === name);
      for (const one of [entry, attribute]) {
        // What may be left out is said by its default.
        const text =
          values.get(`${doc.name}.${name}`) ?? (member.questionToken && member.type.getText());
        if (one && text) one.type = { text };
        if (one && member.type) one.type ??= { text: member.type.getText() };
      }
      const framed = attribute && framedIn(member);
      if (framed) attribute.framed = framed;
    }
    doc.members = doc.members.filter(
      ({ name, privacy = 'public' }) => privacy === 'public' && !hidden.has(name),
    );
  };

  return {
    name: 'customs-widgets',
    collectPhase({ node }) {
      if (ts.isClassElement(node) && isInternal(node)) internal.add(node.name?.getText());
    },
    analyzePhase({ node, moduleDoc }) {
      if (ts.isClassDeclaration(node)) readClass(node, moduleDoc);
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { expression, name } = node.expression;
      if (
        name.text === 'define' &&
        ts.isIdentifier(expression) &&
        ts.isSourceFile(node.parent.parent)
      ) {
        definitions.push({ moduleDoc, className: expression.text });
      }
    },
    moduleLinkPhase({ moduleDoc }) {
      // Controllers and rooms of an element are no elements.
      moduleDoc.declarations = moduleDoc.declarations.filter(({ superclass }) => superclass);
      const names = moduleDoc.declarations.map(({ name }) => name);
      moduleDoc.exports = moduleDoc.exports.filter(({ name }) => names.includes(name));
      for (const doc of moduleDoc.declarations) {
        doc.customElement = true;
        const tag = doc.members?.find(({ name }) => name === 'tag')?.default;
        if (tag) doc.tagName = tag.slice(1, -1);
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { moduleDoc, className } of definitions) {
        const { path, declarations } = modules.find(({ declarations }) =>
          declarations.some(({ name }) => name === className),
        );
        moduleDoc.exports.push({
          kind: 'custom-element-definition',
          name: declarations.find(({ name }) => name === className).tagName,
          declaration: { name: className, module: path },
        });
      }
    },
  };
}

function analyze() {
  const files = [...BASES, ...ELEMENT_NAMES.flatMap((name) => scripts(`src/elements/${name}`))];
  const { modules, ...manifest } = create({
    modules: files.map((file) => parse(file, published(file))),
    plugins: [...litPlugin(), customsPlugin(acceptedValues(files))],
  });
  const described = { ...manifest, modules: modules.filter(({ exports }) => exports.length) };
  return JSON.parse(JSON.stringify(described), (key, value) => {
    if (key === 'module') return value.replace(/^\//, '');
    return key === 'description' || key === 'summary' ? oneLine(value) : value;
  });
}

const classes = ({ modules }) =>
  modules.flatMap(({ path, declarations }) =>
    declarations.map((declaration) => ({ file: source(path), ...declaration })),
  );
const elementsOf = (manifest) => classes(manifest).filter(({ tagName }) => tagName);

function build() {
  const manifest = analyze();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`dist/custom-elements.json: ${elementsOf(manifest).length} elements`);
  return manifest;
}

const code = (text) => (text ? `\`${text}\`` : '');
const unquoted = (text = '') => text.replaceAll("'", '');

function signature({ name, kind, static: isStatic, parameters = [] }) {
  const prefix = isStatic ? 'static ' : '';
  if (kind === 'field') return prefix + name;
  const list = parameters.map(
    ({ name, type, optional, default: fallback }) =>
      `${name}${optional || fallback ? '?' : ''}: ${type.text}`,
  );
  return `${prefix}${name}(${list.join(', ')})`;
}

/** The columns of each table, and what they hold. */
const TABLES = {
  attributes: {
    Attribute: ({ name }) => code(name),
    'Accepted values': ({ type }) => unquoted(type.text).split(' | ').map(code).join(', '),
    Default: (attribute) => code(unquoted(attribute.default)),
    Description: ({ description }) => description,
  },
  members: {
    'Property or method': (member) => code(signature(member)),
    Type: ({ type, return: returned }) => code((type ?? returned?.type)?.text),
    Description: ({ description, parameters = [] }) =>
      [
        description,
        ...parameters
          .filter((parameter) => parameter.description)
          .map((parameter) => `${code(parameter.name)}: ${parameter.description}.`),
      ].join(' '),
  },
  events: {
    Event: ({ name }) => code(name),
    Detail: ({ type }) => code(type?.text.match(/^CustomEvent<(.*)>$/)?.[1]),
    Description: ({ description }) => description,
  },
  slots: {
    Slot: ({ name }) => code(name) || '(default)',
    Description: ({ description }) => description,
  },
  cssParts: {
    'CSS part': ({ name }) => code(name),
    Description: ({ description }) => description,
  },
  cssProperties: {
    'CSS property': ({ name }) => code(name),
    Default: (property) => code(property.default),
    Description: ({ description }) => description,
  },
};

const titleOf = (kind) => Object.keys(TABLES[kind])[0];

/** A bar ends a cell even within code; a tag is markup only outside of it. */
function cell(text = '') {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replaceAll('<', '\\<')))
    .join('')
    .replaceAll('|', '\\|');
}

function renderTables(items) {
  return KINDS.map((kind) => {
    const columns = Object.entries(TABLES[kind]);
    const rows = items[kind]
      .filter(({ attribute }) => !attribute)
      .sort((one, other) => Boolean(one.static) - Boolean(other.static));
    if (!rows.length) return '';
    return [
      columns.map(([title]) => title),
      columns.map(() => '---'),
      ...rows.map((row) => columns.map(([, content]) => cell(content(row)))),
    ]
      .map((cells) => `| ${cells.join(' | ')} |\n`)
      .join('');
  }).filter(Boolean);
}

/** The tables of README.md; what elements inherit alike is told once. */
function renderElements(manifest) {
  const elements = elementsOf(manifest);
  const heirs = elements.filter(({ members }) => members.some((one) => one.inheritedFrom));
  const others = elements.filter((element) => !heirs.includes(element));
  const isCommon = (kind, { name, description }) =>
    heirs.every((element) =>
      element[kind]?.some(
        (item) => item.inheritedFrom && item.name === name && item.description === description,
      ),
    );
  const select = (element, wanted) =>
    Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        (element[kind] ?? []).filter(
          (item) => (heirs.includes(element) && isCommon(kind, item)) === wanted,
        ),
      ]),
    );
  return [
    ...elements.flatMap((element) => [
      `### \\<${element.tagName}>`,
      element.summary,
      ...renderTables(select(element, false)),
    ]),
    '### Common to all elements',
    others.length ? `All but ${others.map(({ tagName }) => code(`<${tagName}>`)).join(', ')}.` : '',
    ...renderTables(select(heirs[0], true)),
  ].join('\n\n');
}

const readme = join(root, 'README.md');
const MARKED = new RegExp(`^(.*${START})(.*)(${END}.*)$`, 's');

/** What README.md should say, and whether its tables do; or why that cannot be told. */
async function compareReadme(manifest) {
  if (!existsSync(readme)) return { problem: 'README.md does not exist.' };
  const text = readFileSync(readme, 'utf8');
  const match = text.match(MARKED);
  if (!match) return { problem: `README.md has no markers ${START} and ${END}.` };
  const [, before, tables, after] = match;
  const options = { ...(await resolveConfig(readme)), parser: 'markdown' };
  const wanted = await format(`${before}\n\n${renderElements(manifest)}\n\n${after}`, options);
  return { wanted, current: tables === wanted.match(MARKED)[2] };
}

function undescribed(manifest) {
  return classes(manifest).flatMap((declaration) =>
    KINDS.flatMap((kind) =>
      (declaration[kind] ?? [])
        .filter(
          ({ description, inheritedFrom, attribute }) =>
            !(description || inheritedFrom || attribute),
        )
        .map(({ name }) => `${declaration.file}: ${titleOf(kind)} "${name}" has no description.`),
    ),
  );
}

/** Names in the `part` attributes of a file's templates; undefined for one that is computed. */
function partsIn(file) {
  const parts = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node)) {
      const { template } = node;
      const texts = ts.isTemplateExpression(template)
        ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        : [template];
      const markup = texts.map(({ text }) => text).join('${}');
      for (const [, value] of markup.matchAll(/(?<![\w-])part=("[^"]*"|\S+)/g)) {
        if (value.includes('${}')) parts.push(...(DYNAMIC_PARTS[file] ?? [undefined]));
        else parts.push(...value.replaceAll('"', '').split(/\s+/));
      }
    }
    // An element without Lit writes `setAttribute('part', 'count')`.
    if (ts.isCallExpression(node) && /\.setAttribute$/.test(node.expression.getText())) {
      const [name, value] = node.arguments;
      if (name.text === 'part') parts.push(value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return new Set(parts);
}

function partProblems(manifest) {
  const all = classes(manifest);
  /** `src/base`, or the room of an element. */
  const folderOf = ({ file }) => /^src\/(base|elements\/[^/]+)/.exec(file)[0];
  const used = [...scripts('src/base'), ...scripts('src/elements')].map((file) => ({
    file,
    parts: [...partsIn(file)],
  }));

  const undocumented = used.flatMap(({ file, parts }) => {
    const folder = folderOf({ file });
    // What a function of the base draws may be documented by the one element that calls it.
    const owners = folder === 'src/base' ? all : all.filter((one) => folderOf(one) === folder);
    const documented = owners.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    return parts
      .filter((part) => !documented.includes(part))
      .map((part) =>
        part === undefined
          ? `${file}: a CSS part is computed; add it to DYNAMIC_PARTS in .tools/manifest.mjs.`
          : `${file}: CSS part "${part}" is not documented.`,
      );
  });

  const unused = all.flatMap((owner) => {
    const folders = ['src/base', owner.tagName ? folderOf(owner) : 'src/elements'];
    const drawn = used
      .filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)))
      .flatMap(({ parts }) => parts);
    return (owner.cssParts ?? [])
      .filter(({ name, inheritedFrom }) => !inheritedFrom && !drawn.includes(name))
      .map(({ name }) => `${owner.file}: the documented CSS part "${name}" is in no template.`);
  });
  return [...undocumented, ...unused];
}

async function write() {
  const { problem, wanted } = await compareReadme(build());
  if (problem) fail([problem]);
  writeFileSync(readme, wanted);
  console.log('README.md: the tables of the elements are up to date');
}

async function check() {
  const manifest = analyze();
  const { problem, current } = await compareReadme(manifest);
  const outdated = current ? [] : ['README.md: its tables are out of date; run npm run manifest.'];
  const problems = [
    ...(problem ? [problem] : outdated),
    ...undescribed(manifest),
    ...partProblems(manifest),
  ];
  if (problems.length) fail(problems);
  console.log('manifest: everything public is documented');
}

function fail(problems) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const command = process.argv[2];
if (command === 'build') build();
else if (command === 'check') await check();
else await write();
