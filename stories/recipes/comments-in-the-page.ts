import 'customs-widgets/comment-box/define';
import type {} from 'customs-widgets/comment-box'; // the types of the tag and of its events
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const box = document.querySelector('customs-comment-box')!;
box.provider = new MemoryCommentProvider();
