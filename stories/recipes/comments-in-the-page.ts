import 'customs-widgets/comment-box/define';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const box = document.querySelector('customs-comment-box')!;
box.provider = new MemoryCommentProvider();
