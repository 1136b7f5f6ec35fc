/* Says in words what is wrong with the options of a rendering. JavaScript does not check their types. */
import type { RenderOptions } from './options.js';
import { RenderError } from './render-error.js';

type Name = keyof RenderOptions;

const TEXTS: readonly Name[] = ['lang', 'prefix', 'styles', 'nonce', 'page', 'fallback'];
const NAMES: readonly Name[] = ['data', 'attributes', 'format', ...TEXTS];
const FORMATS: readonly unknown[] = ['shadow', 'html', undefined];

function faultOf(name: string, value: unknown): string | undefined {
  if (!NAMES.includes(name as Name)) {
    return `There is no option "${name}"; use ${NAMES.join(', ')}. What the element itself is told belongs into attributes: { "${name}": … }.`;
  }
  if (name === 'data') {
    if (typeof value === 'string')
      return 'The data is a text; give the object that JSON.parse makes of it.';
    if (value instanceof Promise) return 'The data is a promise; await it first.';
  }
  if (value !== undefined && TEXTS.includes(name as Name) && typeof value !== 'string') {
    return `The option "${name}" has to be a text.`;
  }
  return undefined;
}

/** Throws a `RenderError` for options that are none, or are of another type. */
export function checkOptions(options: RenderOptions): void {
  if (Object(options) !== options) throw new RenderError('render takes an object of options.');
  const faults = Object.entries(options).flatMap(([name, value]) => faultOf(name, value) ?? []);
  if (!FORMATS.includes(options.format)) {
    faults.push(`There is no format "${String(options.format)}"; use shadow or html.`);
  }
  if (faults.length) throw new RenderError(...faults);
}
