/* Reads the page of an office as an agency: npx customs-widgets read. */
import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import {
  agencyOf,
  blocksOfMarkup,
  blocksOfText,
  passagesOf,
  type MarkupNode,
  type ReadAgency,
} from '../agency/read-text/read-text.js';
import { resolvedFrom } from '../agency/read-text/blocks/resolved-from.js';
import { decodeText } from '../decode.js';
import { VERSION } from '../version.js';

type Node = DefaultTreeAdapterTypes.Node;

/** Thrown for JSON: it is data already. */
export class NoPageError extends Error {}

/** What was read of a page. */
export interface PageRead {
  readonly agency: ReadAgency;
  /** How the file was read. */
  readonly kind: 'html' | 'text';
}

/** Settings of a page. */
export interface PageOptions {
  /** BCP 47 tag of the page. Default: by its characters. */
  readonly lang?: string | undefined;
  /** Address of the page, for its relative links. */
  readonly page?: string | undefined;
}

/** First bytes of a page, in which browsers look for the encoding. */
const HEAD = 2048;

/** Lets a node of parse5 be read as markup. */
function fit(node: Node): MarkupNode {
  let children: MarkupNode[] | undefined;
  return {
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    get childNodes() {
      return (children ??= 'childNodes' in node ? node.childNodes.map(fit) : []);
    },
    ...('attrs' in node
      ? { getAttribute: (name) => node.attrs.find((one) => one.name === name)?.value ?? null }
      : {}),
  };
}

/** The type of the content, with the encoding that a `<meta>` of the page names. */
function contentTypeOf(bytes: Uint8Array): string {
  // Every byte is a character of this encoding, and the names of encodings are ASCII.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const charset = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  return charset ? `text/html; charset=${charset}` : '';
}

const isMarkup = (text: string): boolean =>
  /<(?:!doctype|html|head|body|div|p|table|ul|ol|h[1-6]|span|article)\b[^>]*>/iu.test(text);

/**
 * Reads a page, or a plain text.
 *
 * @param file - path, or `-` for the standard input
 * @throws DecodeError if the file is no text
 * @throws NoPageError if it is JSON
 */
export function readPage(file: string, { lang, page }: PageOptions): PageRead {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const text = decodeText(bytes, contentTypeOf(bytes));
  if (/^\s*\{/u.test(text)) throw new NoPageError();
  const kind = isMarkup(text) ? 'html' : 'text';
  const blocks =
    kind === 'html'
      ? blocksOfMarkup(fit(parse(text)), page ? { resolve: resolvedFrom(page) } : {})
      : blocksOfText(text);
  return { agency: agencyOf(passagesOf(blocks), lang ? { lang } : {}), kind };
}

/** Writes an agency as a file that editors can check against the schema. */
export function fileOf(agency: ReadAgency): string {
  const $schema = `https://unpkg.com/customs-widgets@${VERSION}/dist/schema/agency.schema.json`;
  return JSON.stringify({ $schema, ...agency }, null, 2);
}
