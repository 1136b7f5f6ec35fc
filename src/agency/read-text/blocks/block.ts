/** A link inside a block. */
export interface BlockLink {
  readonly text: string;
  /** As written, so it may be relative. */
  readonly address: string;
}

/** A paragraph, or what else stands on lines of its own in a document. */
export interface Block {
  /** `title` is the title of the page, which a text has none of. */
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'row';
  /** The text without blanks around it. A line break inside begins a new paragraph of an item. */
  readonly text: string;
  /** Level of a heading: 1 to 6. Bold lines that look like headings have 7. */
  readonly level?: number;
  /** Bold words at the beginning, when more words follow. */
  readonly bold?: string;
  /** Counts the lists of the document; items with the same number are of one list. */
  readonly list?: number;
  /** The cells of a row of a table; or a term and its definitions. */
  readonly cells?: readonly string[];
  /** The attribute `data-field` of a definition. */
  readonly field?: string;
  /** The links in the text. */
  readonly links?: readonly BlockLink[];
  /** `true` outside the main content of a page: menus, side bars, the foot. */
  readonly aside?: boolean;
}
