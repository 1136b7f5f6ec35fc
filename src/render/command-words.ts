/* What npx customs-widgets says, in English and Chinese. */
import process from 'node:process';
import { VERSION } from '../version.js';
import { ELEMENT_NAMES } from './server.js';
import { CHINESE_READ, ENGLISH_READ } from './read-words.js';

const ENGLISH = {
  language: 'en',
  usage: `customs-widgets ${VERSION}

  customs-widgets render <element> [options]   the element as HTML
  customs-widgets styles <element> [options]   its style sheet, for the head, for a file, or for the hash in a policy
  customs-widgets json-ld [options]            the agency as linked data of schema.org
  customs-widgets read <file> [options]        the page of an office (HTML or text; - is the standard input) as JSON

Elements: ${ELEMENT_NAMES.join(', ')}

Options
  --agency <name>      a built-in agency (default: gacc)
  --data <file>        your own agency, as JSON of the published schema
  --lang <tag>         language, as a BCP 47 tag
  --format <format>    shadow: with a declarative shadow root, which the script takes over (default)
                       html: plain HTML that needs no script
  --styles <styles>    inline (default), none (default of plain HTML, whose styles belong in the head),
                       or the address of the folder with the style sheets
  --nonce <nonce>      nonce of inline styles
  --page <address>     address of the page that the element will stand on; of read: of the page that is read
  --fallback <html>    HTML for browsers without declarative shadow roots; plain writes the element as such
  --prefix <prefix>    first part of the element's name (default: customs)
  --version            prints the version
  --help               prints this text, in the language of --lang or of the terminal

Attributes of the element are options too: --filter --numbering decimal --heading-level 3
`,
  noCommand: (name: string) => `There is no command "${name}".`,
  noFormat: (name: string) => `There is no format "${name}"; use shadow or html.`,
  spare: (words: string) => `"${words}" is one word too many.`,
  read: ENGLISH_READ,
};

const CHINESE: typeof ENGLISH = {
  language: 'zh-Hans',
  usage: `customs-widgets ${VERSION}

  customs-widgets render <组件> [选项]   把组件输出为 HTML
  customs-widgets styles <组件> [选项]   输出组件的样式表，可放进 head 或存为文件，也可用来计算安全策略中的哈希
  customs-widgets json-ld [选项]         把机构信息输出为 schema.org 关联数据
  customs-widgets read <文件> [选项]     把单位网页（HTML 或文本；- 表示标准输入）识别为机构数据 JSON

组件：${ELEMENT_NAMES.join('、')}

选项
  --agency <名称>      内置机构（默认：gacc）
  --data <文件>        本单位的机构数据，JSON 格式，须符合公开的 schema
  --lang <语言>        语言，写作 BCP 47 标签，例如 zh-Hans
  --format <格式>      shadow：声明式影子根，脚本加载后接管（默认）
                       html：无需脚本的纯 HTML
  --styles <样式>      inline：写在页面内（默认）；none：不输出（纯 HTML 的默认值，其样式应放进网页的 head）；
                       或样式表所在文件夹的地址
  --nonce <随机值>     页面内样式的 nonce
  --page <地址>        组件所在页面的地址；用于 read 时是所读网页的地址
  --fallback <HTML>    供不支持声明式影子根的浏览器显示的 HTML；plain 表示写入纯 HTML 形式的组件
  --prefix <前缀>      元素名的第一部分（默认：customs）
  --version            显示版本号
  --help               显示本说明，语言依 --lang 而定，未指定时依终端而定

组件的属性也可作为选项：--filter --numbering decimal --heading-level 3
`,
  noCommand: (name) => `没有命令“${name}”。`,
  noFormat: (name) => `没有格式“${name}”：请使用 shadow 或 html。`,
  spare: (words) => `“${words}”是多余的。`,
  read: CHINESE_READ,
};

/** The sentences in the language of a tag, else of the terminal: English, unless Chinese is asked for. */
export function commandWords(tag: string | undefined): typeof ENGLISH {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = tag ?? (LC_ALL || LC_MESSAGES || LANG || '');
  return language.startsWith('zh') ? CHINESE : ENGLISH;
}
