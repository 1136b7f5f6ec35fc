/* Lists the public interface: what pages and programs may rely on, one line each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { root, version } from './project.mjs';

const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** Lists the members of elements. Base classes have no lines of their own. */
function elementLines() {
  const classes = readJson('dist/custom-elements.json').modules.flatMap((one) => one.declarations);
  const describe = ({ kind, type, parameters, return: returned, default: preset, name }) => {
    const list = parameters?.map((one) => `${one.name}: ${one.type?.text}`).join(', ');
    const written = kind === 'method' ? `(${list ?? ''}): ${returned?.type.text}` : type?.text;
    return [name || '(default)', written && `: ${written}`, preset && ` = ${preset}`];
  };
  const KINDS = {
    attributes: 'attribute',
    members: 'member',
    events: 'event',
    slots: 'slot',
    cssParts: 'part',
    cssProperties: 'property',
  };
  return classes
    .filter(({ tagName }) => tagName)
    .flatMap((element) =>
      Object.entries(KINDS).flatMap(([list, kind]) =>
        (element[list] ?? []).map((item) =>
          [element.tagName, ' ', kind, ' ', ...describe(item)].filter(Boolean).join(''),
        ),
      ),
    );
}

/** Lists what the modules of the package export: the published declarations, without comments. */
function moduleLines() {
  const { exports } = readJson('package.json');
  const entries = Object.entries(exports)
    .map(([name, target]) => [name, target.types ?? target.default ?? target])
    .filter(([name, target]) => /(\.js|\.d\.ts)$/.test(target) && !name.includes('*'));
  const files = entries.map(([, target]) => join(root, target.replace(/(\.d)?\.[jt]s$/, '.d.ts')));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter({ removeComments: true });
  return entries.flatMap(([name], index) => {
    const source = program.getSourceFile(files[index]);
    const symbol = checker.getSymbolAtLocation(source);
    return (symbol ? checker.getExportsOfModule(symbol) : []).map((one) => {
      const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      const texts = (target.declarations ?? []).map((declaration) =>
        printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile()),
      );
      // Hides the version number, so a release is not reported as a change.
      const text = oneLine(texts.join(' ')).replace(`"${version}"`, 'string');
      return `${name} ${one.name}: ${text}`;
    });
  });
}

/** Lists the contract of the comment service: its operations with their answers, and its schemas. */
function contractLines() {
  const { paths, components } = parse(readFileSync(join(root, 'dist/openapi.yaml'), 'utf8'));
  const shape = (schema = {}) =>
    JSON.stringify(schema, (key, value) =>
      key === 'description' || key === 'examples' ? undefined : value,
    );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody, responses }]) => {
      const name = `HTTP ${method.toUpperCase()} ${path}`;
      return [
        ...parameters.map((one) => `${name} ${one.in} ${one.name}: ${shape(one.schema)}`),
        ...(requestBody ? [`${name} body: ${shape(requestBody.content)}`] : []),
        ...Object.entries(responses).map(
          ([code, { content }]) => `${name} ${code}: ${shape(content)}`,
        ),
      ];
    }),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `HTTP schema ${name}: ${shape(schema)}`,
  );
  return [...operations, ...schemas];
}

/** Lists the interface of what was built last, sorted. */
export const publicInterface = () =>
  [...elementLines(), ...moduleLines(), ...contractLines()].sort();
