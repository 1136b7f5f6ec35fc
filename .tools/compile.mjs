/*
 * Compiles src into dist with the compiler options of tsconfig.json. Lit's transformer turns the decorators
 * of the sources into plain static properties, which saves every script file the decorator helpers.
 */
import { join } from 'node:path';
import { idiomaticDecoratorsTransformer } from '@lit/ts-transformers';
import ts from 'typescript';
import { root } from './project.mjs';

/**
 * Identifiers of strings are for the translators; the code looks strings up by their source text. So
 * `msg('打印', { id: 'print' })` leaves as `msg('打印')`.
 */
const withoutStringIdentifiers = (context) => (file) => {
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || visited.arguments.length !== 2) return visited;
    const { expression } = visited;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (name.text !== 'msg') return visited;
    return context.factory.updateCallExpression(visited, expression, undefined, [
      visited.arguments[0],
    ]);
  };
  return ts.visitNode(file, visit);
};

const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => fail([diagnostic]),
};
const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);
const program = ts.createProgram(config.fileNames, config.options);
const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
  before: [idiomaticDecoratorsTransformer(program), withoutStringIdentifiers],
});
fail([...ts.getPreEmitDiagnostics(program), ...diagnostics]);

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
