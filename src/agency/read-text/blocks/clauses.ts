import type { Block } from './block.js';

/** A paragraph that has its duties in one sentence: “主要职责是：贯彻…；组织…；承担…。” */
const DUTIES =
  /^(.*?(?:主要)?职[责能](?:是|为|包括|有|：|:)+|.*?\b(?:responsible for|duties (?:are|include)):)\s*(.+)$/isu;

/** Fewer clauses than this are a sentence like any other. */
const ENOUGH = 3;

/** Splits such a paragraph into the words before its duties, the duties, and what follows. */
export function withClauses(block: Block): Block[] {
  const [, opening = '', rest = ''] = (block.kind === 'paragraph' && DUTIES.exec(block.text)) || [];
  const [, sentence = '', after = ''] = /^([^。]*。?)(.*)$/su.exec(rest) ?? [];
  const clauses = (sentence.match(/[^；;]+[；;]?/gu) ?? []).map((clause) => clause.trim());
  if (clauses.length < ENOUGH) return [block];
  const paragraph = (text: string): Block[] => (text ? [{ ...block, text }] : []);
  return [
    ...paragraph(opening.replace(/[：:]?$/u, '：')),
    // No list of the document has this number.
    ...clauses.map((text): Block => ({ kind: 'item', text, list: 0 })),
    ...paragraph(after.trim()),
  ];
}
