/* The ladder of ranks, the longest part of the seed page, written by hand as the rest of it in bench-strings.mjs. */
import {
  EMPTY,
  escape,
  heading,
  numeral,
  part,
  PRINT,
  sourceLines,
} from './bench-strings-parts.mjs';

function cite({ lang, fill, number }, article) {
  if (!article) return EMPTY;
  const name = lang.startsWith('zh') ? numeral(article) : number(article);
  return `<!--lit-part DavPqGw3o2c=--><!--lit-node 0--><cite class="muted" part="citation" lang="${lang}">${part(fill('第{0}条', name))}</cite><!--/lit-part-->`;
}

const subheading = (content) =>
  `<!--lit-part DOgMaLq98S0=--><!--lit-node 0--><h3 class="subheading" part="subheading">${content}</h3><!--/lit-part-->`;

/** Facts one after the other, with the article after the last of those that share it. */
function facts(page, list, write) {
  let html = '';
  for (const [index, fact] of list.entries()) {
    const article = fact.article === list[index + 1]?.article ? EMPTY : cite(page, fact.article);
    html += `<!--lit-part DzG3HwNt/Ig=--><span class="fact">${write(fact)} ${article}</span> <!--/lit-part-->`;
  }
  return `<!--lit-part-->${html}<!--/lit-part-->`;
}

const writeBand = ({ label }) => part(label);

function writeConferral({ by, scope }) {
  const where = scope
    ? `<!--lit-part Rh7WPDe/rxM=--> <span class="muted">${part(scope)}</span><!--/lit-part-->`
    : EMPTY;
  return `<!--lit-part BRUAAAUVAAA=-->${part(by)}${where}<!--/lit-part-->`;
}

function writeStep(page, step) {
  if (!step) return EMPTY;
  const { lang, text, fill, number } = page;
  const { years, article, training, trainingArticle } = step;
  const way = years === undefined ? text('选升') : fill('满 {0} 年', number(years));
  const trained = training
    ? `<!--lit-part D8JcAlN8tKM=--><span class="training">${part(text('须培训'))} ${cite(page, trainingArticle)}</span><!--/lit-part-->`
    : EMPTY;
  return `<!--lit-part s1NpzGH3l5Q=--><p class="step muted" part="step"> <span aria-hidden="true">↑</span> <!--lit-part ysZFytzZBc0=--><!--lit-node 0--><span lang="${lang}">${part(way)} ${cite(page, article)} ${trained}</span><!--/lit-part--> </p><!--/lit-part-->`;
}

function writeRank(page, { id, name, nameStatus }, place, ranges) {
  const { lang, text, number } = page;
  const { bands, conferral, step, label } = ranges(id, place);
  const star = nameStatus === 'composed' ? part('*') : EMPTY;
  const positions = bands.length
    ? `<!--lit-part TWb1Bjv5GK8=--><div> <!--lit-node 1--><dt lang="${lang}">${part(text(label))}</dt> <dd>${facts(page, bands, writeBand)}</dd> </div><!--/lit-part-->`
    : EMPTY;
  const offices = conferral.length
    ? `<!--lit-part BqqhgO84kew=--><div> <!--lit-node 1--><dt lang="${lang}">${part(text('批准授予'))}</dt> <dd class="conferral">${facts(page, conferral, writeConferral)}</dd> </div><!--/lit-part-->`
    : EMPTY;
  return `<!--lit-part yrmp6fcaOZU=--><!--lit-node 0--><li class="rank  " part="rank"> ${writeStep(page, step)} <span class="rung">${part(number(place + 1))}</span> <div class="body"> <p class="title"> <!--lit-node 6--><slot name="insignia-${escape(id)}"></slot><!--lit-part 4TPtGNpBpHA=--><strong class="name">${part(name)}${star}</strong> ${EMPTY}<!--/lit-part--> </p> <dl> ${positions} ${offices} </dl> </div> </li><!--/lit-part-->`;
}

/** A field with a first option that chooses nothing. */
function choice({ lang, text }, label, name, none, items) {
  if (!items.length) return EMPTY;
  let options = '';
  for (const item of items) {
    options += `<!--lit-part +3n1Bhc2oKw=--><!--lit-node 0--><option lang="${lang}">${part(item)}</option><!--/lit-part-->`;
  }
  return `<!--lit-part k4gr4+MWLKE=--><label class="field"> ${part(text(label))} <!--lit-node 2--><select name="${name}"> <!--lit-part xg3g/zOe8bM=--><!--lit-node 0--><option selected="">${part(text(none))}</option><!--/lit-part--> <!--lit-part-->${options}<!--/lit-part--> </select> </label><!--/lit-part-->`;
}

const BASES = { position: '职务', title: '专业技术职务', years: '工作年限' };

export function rankLadder(page) {
  const { agency, lang, dir, text } = page;
  const { name, summary, source, tracks, bands = [], conferral = [], promotion } = agency.ranks;
  const [{ article, tiers }] = tracks;
  const ranks = tiers.flatMap((tier) => tier.ranks);
  const places = new Map(ranks.map(({ id }, place) => [id, place]));
  const steps = new Map(promotion.steps.map((step) => [step.from, step]));
  const label = BASES[bands[0]?.basis];
  const ranges = (id, place) => {
    const covers = ({ from, to }) => places.get(from) <= place && place <= places.get(to);
    return {
      bands: bands.filter(covers),
      conferral: conferral.filter(covers),
      step: steps.get(id),
      label,
    };
  };
  let place = 0;
  let ladder = '';
  for (const tier of tiers) {
    const start = place + 1;
    let rungs = '';
    for (const rank of tier.ranks) {
      rungs += writeRank(page, rank, place, ranges);
      place += 1;
    }
    const tierLabel = tier.label
      ? `<!--lit-part g+24hL7NF3c=--><span class="tier-label">${part(tier.label)}</span> <!--/lit-part-->`
      : EMPTY;
    const title = `<!--lit-part hbUCAAUVAAA=-->${tierLabel}${tier.name ? part(tier.name) : EMPTY} ${cite(page, article)}<!--/lit-part-->`;
    ladder += `<!--lit-part FfVJZjqkV+o=--><section class="tier" part="tier"> ${subheading(title)} <!--lit-node 2--><ol role="list" start="${start}"> <!--lit-part-->${rungs}<!--/lit-part--> </ol> </section><!--/lit-part-->`;
  }
  let rules = '';
  for (const rule of promotion.rules) {
    rules += `<!--lit-part Hj6S7fF8cHw=--><li>${part(rule.text)} ${cite(page, rule.article)}</li><!--/lit-part-->`;
  }
  const timed = ranks.filter(({ id }) => steps.get(id)?.years !== undefined);
  const finder = choice(
    page,
    '按职务或年限查衔级',
    'finder',
    '全部',
    bands.map((band) => band.label),
  );
  const counter = choice(
    page,
    '晋级时间从哪一级起算',
    'start',
    '不计算',
    timed.map((rank) => rank.name),
  );
  const about = summary
    ? `<!--lit-part 0V1LEieqW0c=--><p part="summary" class="summary">${part(summary)}</p><!--/lit-part-->`
    : EMPTY;
  const controls = `<!--lit-part /z2+1MlkvmQ=--><div class="controls screen-only" part="controls"> <!--lit-node 1--><div class="switch" role="group" aria-label="${escape(text('显示方式'))}"> <!--lit-part--><!--lit-part mKfp9WlG73o=--><!--lit-node 0--><button aria-pressed="true"> ${part(text('阶梯'))} </button><!--/lit-part--><!--lit-part mKfp9WlG73o=--><!--lit-node 0--><button aria-pressed="false"> ${part(text('表格'))} </button><!--/lit-part--><!--/lit-part--> </div> ${EMPTY} ${finder} ${counter} </div><!--/lit-part-->`;
  const composed = ranks.some(({ nameStatus }) => nameStatus === 'composed')
    ? `<!--lit-part Caa0CTiGa1g=--><p class="muted"> ${part(text('* 这些衔名没有通行的译名，由本项目用通行的词拼成。'))} </p><!--/lit-part-->`
    : EMPTY;
  return `<!--lit-part OImf1CAwMXE=--><!--lit-node 0--><div lang="${lang}" dir="${dir}"> ${heading(name)} ${about} </div> ${controls} <!--lit-node 4--><div lang="${lang}" dir="${dir}"> <!--lit-part JVyqpqMhWW4=--><div class="ladder"> <!--lit-part-->${ladder}<!--/lit-part--> </div><!--/lit-part--> </div> <!--lit-part pFtFsGaatl4=--><section class="rules" part="rules"> ${subheading(part(text('晋级规定')))} <!--lit-node 2--><ul lang="${lang}" dir="${dir}"> <!--lit-part-->${rules}<!--/lit-part--> </ul> </section><!--/lit-part--> <div class="actions screen-only"> <!--lit-node 8--><button>${PRINT}${part(text('打印'))}</button> </div> ${composed} ${sourceLines(page, source)}<!--/lit-part-->`;
}
