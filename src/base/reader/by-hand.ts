/** What remains for the reader after an action that the browser did not do. */
export interface ByHand {
  readonly action: 'copy' | 'save' | 'print';
  /** False if the browser may have done it all the same. */
  readonly isCertain?: boolean;
  /** The text to copy, the content of the file, or the address of the page to print. */
  readonly text: string;
  /** True if the text was copied, false if that failed, too. */
  readonly copied?: boolean;
}
