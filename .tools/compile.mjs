/*
 * Compiles src into dist with the compiler options of tsconfig.json. Lit's transformer turns the decorators
 * of the sources into plain static properties, which saves every script file the decorator helpers.
 *
 * Templates and styles are minified here, once for npm modules and script files alike: what a server rendered with
 * the one can only be taken over by the other when their templates are the same.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idiomaticDecoratorsTransformer } from '@lit/ts-transformers';
import { minifyHTMLLiterals } from 'minify-literals';
import ts from 'typescript';
import { keyOf } from './locales.mjs';
import { root } from './project.mjs';
import { schemaDocument } from './schema.mjs';

/**
 * Identifiers of strings are words for the translators; published code carries short keys in their place. So
 * `msg('打印', { id: 'print' })` leaves as `msg('打印', { id: 'vqo' })`.
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

/** Elements in which a blank between two values is read; everywhere else in our templates there are blocks and rows. */
const IN_LINE =
  /^(p|span|label|li|td|th|h[1-6]|strong|a|button|bdi|cite|mark|option|summary|dt|dd|time)$/;
const VOID = /^(br|hr|img|input|wbr)$/;

/** The places of values that only a blank parts from the next, and that stand in no line of text. */
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

/** Leaves out the blanks that only keep two values of a template apart in its source: each would be a node. */
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
/** What script files may weigh is for the tools, which read the table in the sources; no page has to carry it. */
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

/** Written without a blank too many, and built from a string, which cannot be minified. */
const AS_WRITTEN = join(root, 'src/base/styles/tokens.ts');
// A blank between two words and the slash of an SVG element both matter.
const minifyOptions = { conservativeCollapse: false, keepClosingSlash: true };
const minified = new Map();
for (const fileName of config.fileNames) {
  if (join(fileName) === AS_WRITTEN) continue;
  const result = await minifyHTMLLiterals(ts.sys.readFile(fileName), { fileName, minifyOptions });
  if (result) minified.set(fileName, result.code);
}

const compilerHost = ts.createCompilerHost(config.options);
const { readFile } = compilerHost;
compilerHost.readFile = (fileName) => minified.get(fileName) ?? readFile(fileName);
const program = ts.createProgram(config.fileNames, config.options, compilerHost);
const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
  before: [idiomaticDecoratorsTransformer(program), withStringKeys, withoutWeights, withoutBlanks],
});
fail([...ts.getPreEmitDiagnostics(program), ...diagnostics]);

// The compiler copies no declarations: the types of JSON files, and those of the frameworks.
for (const file of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!file.endsWith('.d.ts')) continue;
  cpSync(join(root, 'src', file), join(dist, file));
  // Types of a framework are imported like a module, which does nothing at run time.
  if (!file.endsWith('-json.d.ts'))
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
