/*
 * The seed page as HTML, written by hand: template strings, loops and an escape function, and no Lit. It is what the
 * rendering of src/render is measured against, and says the same to the byte; the comments of Lit are constants here.
 * Nothing of the HTML is kept from one call to the next.
 */
import { correction, generate } from 'lean-qr/nano';
import {
  CODE,
  CONTACT,
  COPY,
  DOWNLOAD,
  EMPTY,
  escape,
  EXTERNAL,
  heading,
  LINK,
  numeral,
  paragraph,
  part,
  PRINT,
  sourceLines,
} from './bench-strings-parts.mjs';
import { rankLadder } from './bench-strings-ranks.mjs';

/** The modules of the last code are kept, as the rendering keeps them: they are a calculation, not HTML. */
let code = { text: '', size: 0, path: '' };

function draw(text) {
  if (code.text === text) return code;
  const modules = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(x, y)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
    }
  }
  return (code = { text, size: modules.size + 8, path });
}

function profileCard({ agency, lang, dir, text, ...rest }) {
  const { category, name, status, level, summary, url } = agency;
  const { size, path } = draw(url);
  const address = escape(url);
  let facts = '';
  for (const [term, value] of [
    ['机构性质', status],
    ['级别', level],
  ]) {
    if (!value) continue;
    facts += `<!--lit-part TWb1Bjv5GK8=--><div> <!--lit-node 1--><dt lang="${lang}">${part(text(term))}</dt> <dd>${part(value)}</dd> </div><!--/lit-part-->`;
  }
  const list = facts
    ? `<!--lit-part xf83CnOhsaA=--><dl class="facts" part="facts"> <!--lit-part-->${facts}<!--/lit-part--> </dl><!--/lit-part-->`
    : EMPTY;
  const above = category
    ? `<!--lit-part yA1+Jz5snMo=--><p class="category" part="category">${part(category)}</p><!--/lit-part-->`
    : EMPTY;
  const excerpt = summary
    ? `<!--lit-part CPOwWTPDChw=--><div class="excerpt"> <!--lit-node 1--><p id="summary" part="summary" class="summary "> ${part(summary)} </p> ${EMPTY} </div><!--/lit-part-->`
    : EMPTY;
  const title = `<!--lit-part AmvvmQ2H+LQ=--><div class="title"> <slot name="emblem"></slot> <div class="names"> ${above} ${heading(name)} ${list} </div> </div><!--/lit-part-->`;
  const drawing = `<!--lit-part RZLO2A/c6ug=--><!--lit-node 0--><svg class="qr-code" part="qr-code" role="img" aria-label="${escape(text('二维码，内容与旁边的链接相同'))}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"> <!--lit-part 5N0xFyNJp1I=--><!--lit-node 0--><path fill="#fff" d="M0 0h${size}v${size}H0z"/><!--lit-node 1--><path fill="#000" d="${path}"/><!--/lit-part--> </svg><!--/lit-part-->`;
  const figure = `<!--lit-part DvdPaUfz1KM=--><!--lit-node 0--><figure id="qr" class="qr closed" part="qr"> ${drawing} <figcaption> <strong>${part(text('手机查看'))}</strong> <!--lit-node 5--><a class="muted" href="${address}" rel="external noopener">${part(url)}</a> </figcaption> </figure><!--/lit-part-->`;
  const site = `<!--lit-part QhQKBtnWufc=--><!--lit-node 0--><a class="button primary" href="${address}" rel="external noopener">${part(text('官方网站'))}${EXTERNAL}</a><!--/lit-part-->`;
  const toggle = `<!--lit-part 2YdGPvVGfSE=--><!--lit-node 0--><button aria-expanded="false" aria-controls="qr"> ${CODE}${part(text('手机查看'))} </button><!--/lit-part-->`;
  const actions = `<!--lit-part Ved4HZJa5F4=--><div class="actions screen-only" part="actions"> ${site} ${toggle} <!--lit-node 3--><button>${LINK}${part(text('复制链接'))}</button> <!--lit-node 6--><button> ${CONTACT}${part(text('保存名片'))} </button> <!--lit-node 9--><button>${PRINT}${part(text('打印'))}</button> <slot name="actions"></slot> </div> ${EMPTY}<!--/lit-part-->`;
  return `<!--lit-part 53oIXTJE8as=--><div class="columns"> <!--lit-node 1--><div class="main" lang="${lang}" dir="${dir}"> ${title} ${excerpt} </div> ${figure} </div> ${actions} ${EMPTY} ${sourceLines({ agency, text, ...rest })}<!--/lit-part-->`;
}

function dutyList(page) {
  const { agency, lang, dir, text, fill, number } = page;
  const { preamble = [], items, source } = agency.duties;
  const chinese = lang.startsWith('zh');
  let paragraphs = '';
  for (const one of preamble) paragraphs += paragraph(one);
  let rows = '';
  for (const [index, { id, title, text: more = '' }] of items.entries()) {
    const name = escape(id);
    const place = number(index + 1);
    const label = chinese ? `（${numeral(index + 1)}）` : `${place}.`;
    rows += `<!--lit-part Q5VvyEuVIhQ=--><!--lit-node 0--><li id="${name}" part="duty" tabindex="-1" class="duty "> <!--lit-part y8CZo1l8QA8=--><!--lit-node 0--><a class="number" part="number" href="#${name}">${part(label)}</a><!--/lit-part--> <p class="text"> <strong part="title"><!--lit-part-->${part(title)}<!--/lit-part--></strong> <span><!--lit-part-->${part(more)}<!--/lit-part--></span> </p> <!--lit-node 7--><button class="copy quiet" part="copy" lang="${lang}" aria-label="${escape(fill('复制第 {0} 项', place))}"> ${COPY} </button> ${EMPTY} </li><!--/lit-part-->`;
  }
  const intro = preamble.length
    ? `<!--lit-part nkMCZFOCMkg=--><!--lit-node 0--><div class="preamble" part="preamble" lang="${lang}" dir="${dir}"> <!--lit-part-->${paragraphs}<!--/lit-part--> </div><!--/lit-part-->`
    : EMPTY;
  const download = text('下载');
  let files = '';
  for (const name of [text('文本'), 'CSV', 'JSON']) {
    files += `<!--lit-part OE5jJckN0Ls=--><!--lit-node 0--><button aria-label="${escape(`${download} ${name}`)}"> ${part(name)} </button><!--/lit-part-->`;
  }
  return `<!--lit-part Zg5U8B1jl20=--><div class="title"> ${heading(text('主要职能'))} <p class="muted" part="count">${part(fill('共 {0} 项', number(items.length)))}</p> </div> ${intro} ${EMPTY} <!--lit-part--><!--lit-part S0At4fA3stg=--><!--lit-node 0--><ol class="list " part="list" role="list" start="1" lang="${lang}" dir="${dir}"> <!--lit-part-->${rows}<!--/lit-part--> </ol><!--/lit-part--><!--/lit-part--> <div class="actions screen-only" part="actions"> <!--lit-part Yj2GejjSfCA=--><span class="label">${DOWNLOAD}${part(download)}</span> <!--lit-part-->${files}<!--/lit-part--><!--/lit-part--> <!--lit-node 9--><button>${PRINT}${part(text('打印'))}</button> </div> ${sourceLines(page, source)}<!--/lit-part-->`;
}

function linkList({ agency, lang, dir, text }) {
  let items = '';
  for (const { label, url, description } of agency.links) {
    const { host, hostname } = new URL(url);
    const trusted = hostname === 'gov.cn' || hostname.endsWith('.gov.cn');
    const more = description
      ? `<!--lit-part lDgNCGXebwo=--><p class="muted">${part(description)}</p><!--/lit-part-->`
      : EMPTY;
    items += `<!--lit-part Q6QHmEBqgEM=--><li> <!--lit-node 1--><a class="link" part="link" href="${escape(url)}" rel="external noopener"> <span>${part(label)}</span> <span class="host muted" part="host">${part(host)}${trusted ? EMPTY : EXTERNAL}</span> </a> ${more} ${EMPTY} </li><!--/lit-part-->`;
  }
  return `<!--lit-part hbUCAAUVAAA=-->${heading(text('相关'))} <!--lit-part--><!--lit-part LVWFNgssBIY=--><!--lit-node 0--><ul class="list " part="list" role="list" lang="${lang}" dir="${dir}"> <!--lit-part-->${items}<!--/lit-part--> </ul><!--/lit-part--><!--/lit-part--><!--/lit-part-->`;
}

const BUILDERS = {
  'profile-card': profileCard,
  'duty-list': dutyList,
  'rank-ladder': rankLadder,
  'link-list': linkList,
};

/**
 * An element with its shadow root.
 *
 * @param name - its name without a prefix
 * @param page - from `prepare`
 * @param key - fingerprint of the data; a plain page has none, so it is not made here
 */
export function build(name, page, key) {
  const { lang, dir } = page;
  return `<customs-${name} agency="gacc" lang="${lang}"><template shadowrootmode="open"><!--${key}--><!--lit-part zTn3VEisH/U=--><!--lit-node 0--><div class="frame   " part="base" lang="${lang}" dir="${dir}"> ${BUILDERS[name](page)} </div><!--/lit-part--></template></customs-${name}>`;
}
