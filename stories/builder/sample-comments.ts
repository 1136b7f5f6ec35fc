/* Made-up comments for the preview. Nobody said any of this. */
import type { CommentRecord } from 'customs-widgets';

const HOUR = 3_600_000;

const sample = (
  id: string,
  body: string,
  hours: number,
  more: Partial<CommentRecord> = {},
): CommentRecord => ({
  id,
  parentId: null,
  kind: 'comment',
  status: 'published',
  body,
  lang: 'zh-Hans',
  authorName: null,
  createdAt: new Date(Date.now() - hours * HOUR).toISOString(),
  replyCount: 0,
  replies: [],
  ...more,
});

export const SAMPLES: readonly CommentRecord[] = [
  sample('1', '请问个人邮寄进境物品的限值在哪里可以查到？', 50, { authorName: '张三' }),
  sample('2', '您好，请在示例机关网站“政务公开”栏目查询。', 26, {
    parentId: '1',
    kind: 'official-reply',
    authorName: '示例机关',
  }),
  sample('3', '办事大厅的叫号系统很方便。', 5),
];
