/* The agency of the library, in two languages, in every element. */
import 'customs-widgets/define';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const provider = new MemoryCommentProvider();
for (const element of document.querySelectorAll('customs-comment-box, customs-comment-count')) {
  element.provider = provider;
}
