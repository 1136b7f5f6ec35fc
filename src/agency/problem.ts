/**
 * Stable key of a kind of problem. `missing`: a required value or item is absent. `format`: the
 * type or the notation is wrong. `reference`: an identifier is used twice, is unknown, or is out of
 * order. `unknown`: no member has this name. `syntax`: the text is not JSON. `encoding`: the file is
 * in no known encoding. `markup`: the element cannot read the content inside it. `setting`: an
 * attribute that names the source is wrong. `network`: no response arrived. `status`: the response
 * has an error status. `render`: the element cannot show data that is right, because the page or the
 * browser lacks something.
 */
export type ProblemCode =
  | 'missing'
  | 'format'
  | 'reference'
  | 'unknown'
  | 'syntax'
  | 'encoding'
  | 'markup'
  | 'setting'
  | 'network'
  | 'status'
  | 'render';

/** A problem and its place, before it is put into words. */
export interface Finding {
  /** RFC 6901 JSON pointer to the value; `''` is the whole document. */
  readonly pointer: string;
  /** Stable key of the kind of problem. */
  readonly code: ProblemCode;
  /**
   * Untranslated detail: the rule that the value breaks, the values that are accepted, the nearest
   * known name, the place in the text as `line:column`, or the status of the response.
   */
  readonly detail: string;
  /** The wrong value, shortened, or the address of the file. */
  readonly value?: string;
}

/** One problem, its place, and a sentence about it. */
export interface Problem extends Finding {
  /** Place, rule and value as a sentence, in Chinese or English. */
  readonly message: string;
}

/** Thrown for a source that is wrong itself. */
export class SourceFault extends Error {
  readonly finding: Finding;

  constructor(code: ProblemCode, detail: string, value?: string) {
    super(`${code} ${value ?? detail}`);
    this.finding = { pointer: '', code, detail, ...(value !== undefined && { value }) };
  }
}
