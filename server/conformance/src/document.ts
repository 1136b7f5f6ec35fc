/* Checks every answer against the OpenAPI document that the backend publishes. */
import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Node = Record<string, unknown>;

/** The parts of an answer that the document speaks of. */
interface Documented {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  body: unknown;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const essence = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();
const isJson = (type: string): boolean => /^application\/([a-z.-]+\+)?json$/.test(type);

/** An OpenAPI 3.1 document whose schemas can be asked. */
export class ContractDocument {
  readonly version: string;
  readonly #root: Node;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(yaml: string) {
    const root: unknown = parse(yaml);
    assert.ok(isNode(root) && isNode(root['paths']), 'the OpenAPI document has no paths');
    this.#root = root;
    this.version = String(root['openapi']);
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(root, 'document');
  }

  /** Every operation, names of parameters left out, with the answers it documents. */
  operations(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [template, item] of Object.entries(this.#root['paths'] as Node)) {
      for (const method of METHODS) {
        const operation = isNode(item) ? item[method] : undefined;
        if (!isNode(operation)) continue;
        const name = `${method.toUpperCase()} ${template.replace(/\{[^}]+\}/g, '{}')}`;
        found.set(name, Object.keys(operation['responses'] ?? {}));
      }
    }
    return found;
  }

  /** Fails unless the document foresees this answer to this request. */
  check(method: string, path: string, answer: Documented): void {
    if (method === 'OPTIONS') return;
    const pathname = path.split('?')[0] ?? path;
    const name = `${method} ${pathname}`;
    const pointer = this.#operation(method === 'HEAD' ? 'get' : method.toLowerCase(), pathname);
    if (!pointer) {
      // The document does not describe the pages for people without JavaScript.
      if (!/^\/(v1|healthz|readyz)(\/|$)/.test(pathname)) return;
      const refused = answer.status === 404 || answer.status === 405;
      assert.ok(refused, `${name} answered ${answer.status}, and the document does not know it`);
      return;
    }
    const responses = [...pointer, 'responses'];
    const key = [`${answer.status}`, `${Math.floor(answer.status / 100)}XX`, 'default'].find(
      (one) => isNode(this.#at([...responses, one])),
    );
    assert.ok(key, `${name} answered ${answer.status}, which the document does not mention`);
    if (method !== 'HEAD') this.#checkContent(name, [...responses, key], answer);
  }

  /** Compiles the schemas of all answers, which finds references to nothing; gives their number. */
  compileAll(): number {
    let compiled = 0;
    for (const [template, item] of Object.entries(this.#root['paths'] as Node)) {
      for (const method of METHODS.filter((one) => isNode(item) && isNode(item[one]))) {
        const responses = ['paths', template, method, 'responses'];
        for (const status of Object.keys(this.#at(responses) ?? {})) {
          const content = this.#follow([...responses, status]).concat('content');
          for (const type of Object.keys(this.#at(content) ?? {})) {
            if (!isNode(this.#at([...content, type, 'schema']))) continue;
            this.#validator([...content, type, 'schema']);
            compiled += 1;
          }
        }
      }
    }
    return compiled;
  }

  #checkContent(name: string, pointer: string[], { status, headers, bytes, body }: Documented) {
    const content = this.#at([...this.#follow(pointer), 'content']) ?? {};
    const types = Object.keys(content);
    const label = `${name} → ${status}`;
    if (!bytes.length) {
      assert.ok(
        !types.length || status === 304,
        `${label} is empty, the document says ${types.join()}`,
      );
      return;
    }
    const type = essence(headers.get('content-type') ?? '');
    const documented = types.find((one) => essence(one) === type);
    assert.ok(
      documented,
      `${label} is of type ${type || 'none'}, the document says ${types.join()}`,
    );
    if (!isJson(type)) return;
    const schema = [...this.#follow(pointer), 'content', documented, 'schema'];
    if (!isNode(this.#at(schema))) return;
    const validate = this.#validator(schema);
    assert.ok(
      validate(body),
      `${label} is not what the document says: ${this.#ajv.errorsText(validate.errors)}`,
    );
  }

  #operation(method: string, pathname: string): string[] | undefined {
    const parts = pathname.split('/');
    const fits = Object.keys(this.#root['paths'] as Node)
      .filter((template) => {
        const wanted = template.split('/');
        return (
          wanted.length === parts.length &&
          wanted.every((part, at) => part === parts[at] || /^\{.+\}$/.test(part))
        );
      })
      // A path without parameters goes first.
      .sort((a, b) => a.split('{').length - b.split('{').length);
    const template = fits.find((one) => isNode(this.#at(['paths', one, method])));
    return template === undefined ? undefined : ['paths', template, method];
  }

  #at(pointer: string[]): Node | undefined {
    let node: unknown = this.#root;
    for (const part of pointer) node = isNode(node) ? node[part] : undefined;
    return isNode(node) ? node : undefined;
  }

  #follow(pointer: string[]): string[] {
    const reference = this.#at(pointer)?.['$ref'];
    if (typeof reference !== 'string') return pointer;
    const parts = reference.replace(/^#\//, '').split('/');
    return this.#follow(parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
  }

  #validator(pointer: string[]): ValidateFunction {
    const escaped = pointer.map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const $ref = `document#/${escaped.join('/')}`;
    const known = this.#validators.get($ref);
    if (known) return known;
    const validate = this.#ajv.compile({ $ref });
    this.#validators.set($ref, validate);
    return validate;
  }
}
