/*
 * Writes the reference pages stories/docs/elements/<name>.md from dist/custom-elements.json.
 *
 *   node .tools/reference.mjs          writes the pages
 *   node .tools/reference.mjs check    fails if one is out of date
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './project.mjs';

const folder = join(root, 'stories/docs/elements');

const code = (text) => (text ? `\`${text}\`` : '');
const unquoted = (text = '') => text.replaceAll("'", '');

function signature({ name, kind, static: isStatic, parameters = [] }) {
  const prefix = isStatic ? 'static ' : '';
  if (kind === 'field') return prefix + name;
  const list = parameters.map(
    ({ name, type, optional, default: preset }) =>
      `${name}${optional || preset ? '?' : ''}: ${type.text}`,
  );
  return `${prefix}${name}(${list.join(', ')})`;
}

/** Adds the parameters to a method's description. */
const explained = ({ description, parameters = [] }) =>
  [
    description,
    ...parameters
      .filter((parameter) => parameter.description)
      .map((parameter) => `${code(parameter.name)}: ${parameter.description}.`),
  ].join(' ');

/** Columns of each table, with the content of their cells. The keys are the lists of the manifest. */
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
    Description: explained,
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

/** Escapes `|` everywhere, and `<` outside code. */
const cell = (text = '') =>
  text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replaceAll('<', '\\<')))
    .join('')
    .replaceAll('|', '\\|');

function renderTable(kind, items) {
  const columns = Object.entries(TABLES[kind]);
  const rows = items.map((item) => columns.map(([, content]) => cell(content(item))));
  if (!rows.length) return '';
  return [columns.map(([title]) => title), columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** Writes own members first, then inherited ones. */
function renderPage(element) {
  const tables = (isInherited) =>
    Object.keys(TABLES).map((kind) =>
      renderTable(
        kind,
        (element[kind] ?? [])
          // Skips properties whose attribute has a row.
          .filter(({ attribute, inheritedFrom }) => !attribute && !!inheritedFrom === isInherited)
          .sort((one, other) => Boolean(one.static) - Boolean(other.static)),
      ),
    );
  return [
    '<!-- Made of the doc comments by `npm run reference`; change them there. -->',
    `# \\<${element.tagName}>`,
    element.summary,
    ...tables(false),
    element.superclass.name === 'PlainElement' ? '' : '## As all elements',
    ...tables(true),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const elements = modules.flatMap(({ declarations }) => declarations);
mkdirSync(folder, { recursive: true });
for (const element of elements.filter(({ tagName }) => tagName)) {
  const name = `${element.tagName.replace('customs-', '')}.md`;
  const file = join(folder, name);
  const options = { ...(await resolveConfig(file)), parser: 'markdown' };
  const page = await format(renderPage(element), options);
  if (process.argv[2] !== 'check') writeFileSync(file, page);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
    console.error(`stories/docs/elements/${name} is out of date: npm run reference`);
    process.exitCode = 1;
  }
}
