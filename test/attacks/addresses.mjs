/* Addresses of every scheme, as they are written to get past a check. */
import fc from 'fast-check';

/** Schemes that run code, read files, open programs or end somewhere else, and those that links may have. */
const SCHEMES = [
  ...['javascript', 'vbscript', 'livescript', 'data', 'blob', 'filesystem', 'file', 'about', 'jar'],
  ...['view-source', 'intent', 'weixin', 'alipays', 'ms-word', 'ftp', 'ws', 'chrome', 'feed'],
  ...['http', 'https', 'mailto', 'tel'],
];

const BODIES = [
  'alert(1)',
  '//a.example/%0Aalert(1)',
  '//gov.cn@evil.example/',
  '//www.сustoms.gov.cn/',
  '\\\\evil.example\\x',
  'text/html,<script>alert(1)</script>',
  'text/html;base64,PHNjcmlwdD4=',
  'a@b.example?subject=1&bcc=c@d.example',
  '',
  '//',
  '//[::1',
  '//a b/',
];

/** Ways to write a scheme that browsers read all the same, or that readers take for another. */
const DISGUISES = [
  (scheme) => scheme,
  (scheme) => scheme.toUpperCase(),
  (scheme) => scheme.replace(/.{2}/g, '$&\t'),
  (scheme) => scheme.replace(/.{3}/g, '$&\n'),
  (scheme) => scheme.replace(/.{3}/g, '$&\r'),
  (scheme) => `\u0001\u001F ${scheme}`,
  (scheme) => `\0${scheme}`,
  (scheme) => `\u00A0\uFEFF${scheme}`,
  (scheme) => `\u200B${scheme}`,
  (scheme) => `\u202E${scheme}`,
  (scheme) => scheme.replace(/.{3}/, '$&\u2066'),
  (scheme) => scheme.replace(/^./, '&#$&;'),
  (scheme) => encodeURIComponent(scheme),
  (scheme) => `/${scheme}`,
  (scheme) => `//${scheme}`,
  (scheme) => `www.a.cn/ ${scheme}`,
  (scheme) => `名称 ${scheme}`,
  (scheme) => `a.cn:80/${scheme}`,
  (scheme) => `https://a.example/ ${scheme}`,
];

/** What stands after the scheme. A colon of another kind is none. */
const COLONS = [':', ': ', ':\n', '：', '%3A', '&colon;', ':\u202E'];

/** One address. */
export const address = fc
  .tuple(
    fc.constantFrom(...DISGUISES),
    fc.constantFrom(...SCHEMES),
    fc.constantFrom(...COLONS),
    fc.constantFrom(...BODIES),
  )
  .map(([disguise, scheme, colon, body]) => disguise(scheme) + colon + body);

/** Protocols that the address of a link may have. */
export const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];
