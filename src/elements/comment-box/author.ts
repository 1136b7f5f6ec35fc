import type { CustomsElement } from '../../base/element/customs-element.js';

/** Who wrote a comment; the name is optional. */
export const authorOf = ({ msg }: CustomsElement, authorName: string | null): string =>
  authorName ?? msg('匿名', { id: 'comments.anonymous' });
