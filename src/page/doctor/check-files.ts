import type { Find, Finding, Value } from './findings.js';
import type { Subject } from './subject.js';

/** First bytes of files that are no text. */
const BINARY: readonly (readonly [start: readonly number[], kind: Value])[] = [
  [
    [0x89, 0x50, 0x4e, 0x47],
    ['图片', 'a picture'],
  ],
  [
    [0xff, 0xd8, 0xff],
    ['图片', 'a picture'],
  ],
  [
    [0x47, 0x49, 0x46, 0x38],
    ['图片', 'a picture'],
  ],
  [
    [0x52, 0x49, 0x46, 0x46],
    ['图片', 'a picture'],
  ],
  [
    [0x25, 0x50, 0x44, 0x46],
    ['PDF 文件', 'a PDF file'],
  ],
  [
    [0x50, 0x4b, 0x03, 0x04],
    ['Word、Excel 或压缩文件', 'a Word, Excel or ZIP file'],
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    ['Word 或 Excel 文件', 'a Word or Excel file'],
  ],
];

/** What a text is that is no JSON. */
const TEXT: readonly (readonly [pattern: RegExp, kind: Value])[] = [
  [
    /^\s*<(!doctype html|html|head|body)\b/i,
    ['网页（可能是登录页或出错页）', 'a web page, perhaps one for signing in or about an error'],
  ],
  [/^\s*</, ['XML 文件', 'an XML file']],
  [/^\s*[(!;]*\s*function\b/, ['脚本', 'a script']],
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Says what JSON is that is no agency; `undefined` if that is not known. */
function kindOfJson(value: unknown): Value | undefined {
  if (Array.isArray(value)) return ['一个列表，没有机构名称', 'a list, without a name'];
  if (!isObject(value) || 'name' in value) return undefined;
  const { type, $schema, properties, comments } = value;
  if (/^(Feature|Topology|Geometry)/.test(String(type)))
    return ['地图数据（GeoJSON）', 'map data (GeoJSON)'];
  if ($schema && properties) return ['资料的格式说明（JSON Schema）', 'a JSON Schema'];
  if (Array.isArray(comments)) return ['评论', 'a file of comments'];
  const inner = Object.keys(value).find((key) => {
    const member = value[key];
    return isObject(member) && 'name' in member;
  });
  return inner === undefined
    ? undefined
    : [
        `接口的应答，机构资料在它的“${inner}”里（可由脚本取出，赋给元素的 data）`,
        `an answer with the agency in its “${inner}” (a script can set it as the data of the element)`,
      ];
}

/** Says what a file is that is no agency; `undefined` if that is not known. */
function kindOf(bytes: Uint8Array): Value | undefined {
  const binary = BINARY.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (binary) return binary[1];
  const text = new TextDecoder().decode(bytes);
  const known = TEXT.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  try {
    return kindOfJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Names the encoding of a text that is not UTF-8; `undefined` for UTF-8. */
function otherEncoding(bytes: Uint8Array, contentType: string): string | undefined {
  const named = /charset=["']?([\w-]+)/i.exec(contentType)?.[1];
  if (/^(\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...bytes.slice(0, 2)))) return 'UTF-16';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return named && !/^(utf-?8|iso-?8859-1)$/i.test(named) ? named.toUpperCase() : 'GBK';
  }
}

/** Addresses whose file came, with the elements that name them. The others have a finding. */
function filesOf(elements: readonly Subject[]): Map<string, Subject[]> {
  const files = new Map<string, Subject[]>();
  for (const element of elements) {
    const { state, data, baseURI } = element;
    const src = element.getAttribute('src');
    const isMissing =
      !state ||
      state.kind === 'loading' ||
      (state.kind === 'failed' &&
        state.problems.some(({ code }) => /^(network|status|setting)$/.test(code)));
    if (!src || data !== undefined || isMissing) continue;
    const { href, protocol } = new URL(src, baseURI);
    if (/^https?:/.test(protocol)) files.set(href, [...(files.get(href) ?? []), element]);
  }
  return files;
}

/**
 * Checks the files that elements name: of another kind, or in another encoding. Asks the browser for
 * them again, because elements keep only what they show.
 */
export async function checkFiles(elements: readonly Subject[], find: Find): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [address, [first, ...others]] of filesOf(elements)) {
    try {
      const response = await fetch(address, { cache: 'force-cache' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const name = decodeURI(address.replace(location.origin, ''));
      const kind = first!.state?.kind === 'ready' ? undefined : kindOf(bytes);
      const encoding = otherEncoding(bytes, response.headers.get('content-type') ?? '');
      if (kind) for (const one of [first!, ...others]) found.push(find('file', [name, kind], one));
      else if (encoding) found.push(find('file-encoding', [name, encoding], first));
    } catch {
      // A pack may have given the data, so there need be no file.
    }
  }
  return found;
}
