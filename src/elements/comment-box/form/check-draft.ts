import type { FieldProblem } from '../../../comments/errors.js';
import type { Capabilities } from '../../../comments/types.js';
import { graphemes } from '../../../base/language/graphemes.js';

/** Leaves ink: no white space, control or format character, nor a blank that passes for a letter. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** UTF-16 units from which on an exact number would only make typing slow. */
const FAR_TOO_LONG = 100_000;

/** Characters as a reader counts them, without the blanks at both ends, which are not kept. */
export function countCharacters(text: string): number {
  const { length } = text;
  return length > FAR_TOO_LONG ? length : graphemes(text.trim()).length;
}

/** What stands in the form. */
export interface FormValues {
  readonly body: string;
  readonly authorName: string;
  readonly contact: string;
  /** To the privacy notice. */
  readonly agreed: boolean;
  /** The digits that were typed; `undefined` when none are asked for. */
  readonly code: string | undefined;
}

/** What has to be corrected before the form can be sent, in the order of its fields. */
export function checkDraft(values: FormValues, { limits }: Capabilities): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, key: string, limit?: number): void =>
    void problems.push({ field, key, limit });
  if (!VISIBLE.test(values.body)) add('body', 'blank');
  for (const field of ['body', 'authorName', 'contact'] as const) {
    if (countCharacters(values[field]) > limits[field]) add(field, 'too-long', limits[field]);
  }
  if (!values.agreed) add('consent', 'required');
  if (values.code !== undefined && !values.code.trim()) add('captcha', 'missing');
  return problems;
}
