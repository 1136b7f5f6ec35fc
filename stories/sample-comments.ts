import { MemoryCommentProvider } from '../src/comments/engines/memory.js';
import type { Capabilities, CommentRecord } from '../src/index.js';

/* Made-up comments. No agency said any of this. */

const HOUR = 3_600_000;

/** Makes a published comment that is some hours old. */
export const comment = (
  id: string,
  body: string,
  more: Partial<CommentRecord> & { readonly hours?: number } = {},
): CommentRecord => {
  const { hours = 1, ...rest } = more;
  return {
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
    ...rest,
  };
};

export const conversation: readonly CommentRecord[] = [
  comment('1', '请问个人邮寄进境物品的限值是多少？在哪里可以查到最新的规定？', {
    authorName: '张三',
    hours: 50,
  }),
  comment(
    '2',
    '您好，相关规定可在示例机关网站“政务公开”栏目查询：https://www.example.gov.cn/rules。',
    {
      parentId: '1',
      kind: 'official-reply',
      authorName: '示例机关',
      hours: 26,
    },
  ),
  comment('3', '谢谢，已经查到了。', { parentId: '1', authorName: '张三', hours: 20 }),
  comment('4', '办事大厅的叫号系统很方便，建议增加周末的服务时间。', { hours: 5 }),
  comment('5', '', { status: 'withdrawn', hours: 3 }),
  comment('6', '也想问这个问题。', { parentId: '5', authorName: '李四', hours: 2 }),
];

export const longText: readonly CommentRecord[] = [
  comment('1', '这条建议写得很长，需要展开才能读完。'.repeat(40), {
    authorName: '一个名字特别特别长的热心市民朋友',
  }),
  comment(
    '2',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(4),
    {
      lang: 'de',
    },
  ),
];

export const thousand: readonly CommentRecord[] = Array.from({ length: 1000 }, (_, index) =>
  comment(String(index), `第 ${index + 1} 条评论。`, { hours: index }),
);

/** Makes an engine with these comments. */
export const engineWith = (
  records: readonly CommentRecord[],
  offered: Partial<Capabilities> = {},
  methods: Partial<MemoryCommentProvider> = {},
): MemoryCommentProvider => Object.assign(new MemoryCommentProvider(records, offered), methods);

const hidden = { table: { disable: true } };

/** Controls of an element that takes its comments from an engine, and shows no agency. */
export const commentControls = {
  src: hidden,
  data: hidden,
  agency: hidden,
  provider: { control: false as const },
};
