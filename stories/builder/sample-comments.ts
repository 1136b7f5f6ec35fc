/* Made-up comments for the preview. Nobody said any of this. */
import type { CommentRecord } from 'customs-widgets';
import { comment } from '../sample-comments.js';

export const SAMPLES: readonly CommentRecord[] = [
  comment('1', '请问个人邮寄进境物品的限值在哪里可以查到？', { authorName: '张三', hours: 50 }),
  comment('2', '您好，请在示例机关网站“政务公开”栏目查询。', {
    parentId: '1',
    kind: 'official-reply',
    authorName: '示例机关',
    hours: 26,
  }),
  comment('3', '办事大厅的叫号系统很方便。', { hours: 5 }),
];
