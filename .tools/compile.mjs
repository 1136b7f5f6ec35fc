/*
 * Compiles src into dist with the options of tsconfig.json. Lit's transformer turns decorators into plain static
 * properties, because decorator helpers would make every script file larger.
 *
 * Minifies templates here, once. A page takes over a server rendering only if both have the same templates.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { idiomaticDecoratorsTransformer } from '@lit/ts-transformers';
import { minifyHTMLLiterals } from 'minify-literals';
import ts from 'typescript';
import { withoutInternalNames } from '../.config/declarations.mjs';
import { byKey, keyOf } from './locales.mjs';
import { root } from './project.mjs';
import { schemaDocument } from './schema.mjs';

/**
 * Replaces identifiers with short keys, because every visitor loads them. Translators keep the readable ones.
 * `msg('打印', { id: 'print' })` becomes `msg('打印', { id: 'zpU' })`.
 */
const withStringKeys = (context) => (file) => {
  const { factory } = context;
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || visited.arguments.length !== 2) return visited;
    const { expression, arguments: args } = visited;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (name.text !== 'msg') return visited;
    const id = args[1].properties[0].initializer.text;
    const options = factory.createObjectLiteralExpression([
      factory.createPropertyAssignment('id', factory.createStringLiteral(keyOf(id))),
    ]);
    return factory.updateCallExpression(visited, expression, undefined, [args[0], options]);
  };
  return ts.visitNode(file, visit);
};

/** Elements with running text: a space between two values is visible there. */
const IN_LINE =
  /^(p|span|label|li|td|th|h[1-6]|strong|a|button|bdi|cite|mark|option|summary|dt|dd|time)$/;
const VOID = /^(br|hr|img|input|wbr)$/;

/** Finds spaces between two values outside running text. */
function blanksBetweenBlocks(strings) {
  const found = [];
  const open = [];
  let index = 0;
  for (const [token, closes, name, self] of strings
    .join('\0')
    .matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>|\0/g)) {
    if (token === '\0') {
      index += 1;
      const isLast = index === strings.length - 1;
      const parts = !isLast && /^\s+$/.test(strings[index]);
      if (parts && !IN_LINE.test(open.at(-1) ?? '')) found.push(index);
    } else {
      index += token.split('\0').length - 1;
      if (closes) open.pop();
      else if (!self && !VOID.test(name)) open.push(name);
    }
  }
  return found;
}

/** Removes these spaces: each would become a text node. */
const withoutBlanks = (context) => (file) => {
  const { factory } = context;
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || visited.tag.text !== 'html') return visited;
    const { template } = visited;
    if (!ts.isTemplateExpression(template)) return visited;
    const { head, templateSpans } = template;
    const texts = templateSpans.map(({ literal }) => literal.text);
    const blanks = blanksBetweenBlocks([head.text, ...texts]);
    const spans = templateSpans.map((span, index) =>
      blanks.includes(index + 1)
        ? factory.updateTemplateSpan(span, span.expression, factory.createTemplateMiddle('', ''))
        : span,
    );
    return factory.updateTaggedTemplateExpression(
      visited,
      visited.tag,
      visited.typeArguments,
      factory.updateTemplateExpression(template, head, spans),
    );
  };
  return ts.visitNode(file, visit);
};

const dist = join(root, 'dist');

const TABLE = join(root, 'src/elements.ts');
/** Removes the size limits: only tools read them, from the source. */
const withoutWeights = (context) => (file) => {
  const { factory } = context;
  const visit = (node) =>
    ts.isPropertyAssignment(node)
      ? factory.updatePropertyAssignment(node, node.name, factory.createObjectLiteralExpression())
      : ts.visitEachChild(node, visit, context);
  return join(file.fileName) === TABLE ? ts.visitNode(file, visit) : file;
};

const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => fail([diagnostic]),
};
const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);

/** Not minified: it builds its style sheet from a string, which the minifier cannot read. */
const AS_WRITTEN = join(root, 'src/base/styles/tokens.ts');
// Removes spaces between blocks, not between words. Keeps the slash of SVG elements: pages change without it.
const minifyOptions = { conservativeCollapse: false, keepClosingSlash: true };
const minified = new Map();
for (const fileName of config.fileNames) {
  if (join(fileName) === AS_WRITTEN) continue;
  const result = await minifyHTMLLiterals(ts.sys.readFile(fileName), { fileName, minifyOptions });
  if (result) minified.set(fileName, result.code);
}

/** Translations as modules have short keys too. */
const STRINGS = join(root, 'src/base/language/strings');
for (const fileName of config.fileNames.filter((name) => dirname(join(name)) === STRINGS)) {
  const file = join(STRINGS, `${basename(fileName, '.ts')}.json`);
  const json = JSON.stringify(byKey(JSON.parse(readFileSync(file, 'utf8'))));
  minified.set(fileName, `export default JSON.parse(${JSON.stringify(json)}) as unknown;`);
}

const compilerHost = ts.createCompilerHost(config.options);
const { readFile } = compilerHost;
compilerHost.readFile = (fileName) => minified.get(fileName) ?? readFile(fileName);
const program = ts.createProgram(config.fileNames, config.options, compilerHost);
const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
  before: [idiomaticDecoratorsTransformer(program), withStringKeys, withoutWeights, withoutBlanks],
  afterDeclarations: [withoutInternalNames(program.getTypeChecker())],
});
fail([...ts.getPreEmitDiagnostics(program), ...diagnostics]);

// Copies hand-written .d.ts files, which the compiler does not.
for (const file of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!file.endsWith('.d.ts')) continue;
  cpSync(join(root, 'src', file), join(dist, file));
  // Adds an empty module, because applications import the types like a module. The build of the
  // manifest writes those with components.
  if (!/-json\.d\.ts$|frameworks.(preact|react|solid|svelte|vue)\.d\.ts$/.test(file))
    writeFileSync(join(dist, file.replace('.d.ts', '.js')), 'export {};\n');
}
mkdirSync(join(dist, 'schema'), { recursive: true });
const schema = JSON.stringify(schemaDocument(), null, 2);
writeFileSync(join(dist, 'schema/agency.schema.json'), `${schema}\n`);

function fail(found) {
  if (!found.length) return;
  console.error(
    ts.formatDiagnostics(found, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}
