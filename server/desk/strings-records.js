/** The sentences of problems, codes and records: Chinese, then English. */
export const recordStrings = {
  'conflict.changed': [
    '其他人刚刚处理了这条评论，下面是现在的状态。您的操作没有执行。',
    'Somebody else has just dealt with this comment. This is how it stands now; your action was not carried out.',
  ],
  'conflict.same': [
    '这条评论已经处理过了：其他人刚刚作了同样的决定，或者您上一次的操作其实已经生效。',
    'This has been done already: somebody else has just decided the same, or your last attempt did get through.',
  ],
  'conflict.kept': ['您输入的内容还在。', ' What you typed is still here.'],
  'conflict.gone': ['这条评论已经不存在。', 'This comment no longer exists.'],

  'problem.network': [
    '连接不上服务，操作可能没有完成。请检查网络后重试，已输入的内容会保留。',
    'The service cannot be reached, so this may not have been done. Check the network and try again; what you typed is kept.',
  ],
  'problem.unauthorized': [
    '令牌不正确或已失效，请检查后重新输入。',
    'The token is wrong or no longer valid. Please check it and enter it again.',
  ],
  'problem.unauthorized.expired': [
    '这个令牌已到期，请向管理员索取新的令牌。',
    'This token has expired. Please ask an administrator for a new one.',
  ],
  'problem.unauthorized.revoked': [
    '这个令牌已被撤销，请向管理员索取新的令牌。',
    'This token was revoked. Please ask an administrator for a new one.',
  ],
  'problem.forbidden': ['您没有这项操作的权限。', 'You may not do this.'],
  'problem.not-found': ['找不到这条内容，可能已被删除。', 'Not found; it may have been removed.'],
  'problem.rate-limited': [
    '操作过于频繁，请在 {seconds} 秒后重试。',
    'Too many requests. Please try again in {seconds} seconds.',
  ],
  'problem.unavailable': [
    '服务暂时不可用，请在 {seconds} 秒后重试。',
    'The service is unavailable for now. Please try again in {seconds} seconds.',
  ],
  'problem.later': [
    '现在暂时不能完成，请稍后重试。',
    'This cannot be done for now. Please try again later.',
  ],
  'problem.internal': [
    '服务出现错误，请稍后重试。',
    'Something went wrong on the service. Please try again later.',
  ],
  'problem.in-flight': [
    '上一次提交还在处理，请稍后重试。',
    'The last attempt is still being handled. Please try again shortly.',
  ],
  'problem.parent': ['只能回复已发布的评论。', 'Only published comments can be replied to.'],
  'problem.cursor': ['列表已变化，请从头载入。', 'The list has changed. Please load it again.'],
  'problem.checksum': [
    '文件不完整或被改动过，没有导入任何内容。',
    'The file is incomplete or was altered. Nothing has been imported.',
  ],
  'problem.idempotency-key-reused': [
    '上一次提交其实已经成功，先前的文字已经公开。如果仍要发布修改后的文字，请再提交一次。',
    'Your last attempt did get through, and the earlier text is published. To publish the changed text as well, send it once more.',
  ],
  'problem.number': ['（编号 {id}）', ' (number {id})'],

  'reason.off-topic': ['与主题无关', 'Off topic'],
  'reason.personal-data': ['含有个人信息', 'Personal data'],
  'reason.abuse': ['辱骂或攻击他人', 'Abuse'],
  'reason.advertising': ['广告', 'Advertising'],
  'reason.illegal': ['涉嫌违法', 'Possibly illegal'],
  'reason.duplicate': ['重复评论', 'Duplicate'],
  'reason.other': ['其他', 'Other'],
  'reason.spam': ['垃圾信息', 'Spam'],
  'reason.false-information': ['不实信息', 'False information'],

  'action.received': ['收到评论', 'Comment received'],
  'action.published': ['发布', 'Published'],
  'action.rejected': ['不通过', 'Rejected'],
  'action.withdrawn': ['撤回', 'Withdrawn'],
  'action.replied': ['官方回复', 'Official reply'],
  'action.reported': ['举报', 'Reported'],
  'action.dismissed': ['不采纳举报', 'Reports dismissed'],
  'action.erased': ['清除内容', 'Erased'],
  'action.exported': ['导出', 'Exported'],
  'action.imported': ['导入', 'Imported'],
  'action.merged': ['合并评论页', 'Threads merged'],
  'action.contacts-read': ['查看联系方式', 'Contacts read'],
  'action.contacts-searched': ['搜索联系方式', 'Contacts searched'],
  'action.token-made': ['制作令牌', 'Token made'],
  'action.token-revoked': ['撤销令牌', 'Token revoked'],
  'action.signed-in': ['登录', 'Signed in'],
  'action.signed-out': ['退出登录', 'Signed out'],
  'action.sign-in-refused': ['拒绝登录（没有角色）', 'Sign-in refused (no role)'],
  'actor.citizen': ['公众', 'Citizen'],
  'actor.operator': ['运维（命令行）', 'Operator (command line)'],
  'actor.service': ['系统', 'Service'],
  'audit.count': ['（{count} 条）', ' ({count})'],
  origin: ['导入', 'Imported'],
  'origin.words': [
    '由 {by} 于 {at} 从“{from}”导入，并非本站产生',
    'by {by} from “{from}” at {at}; not made here',
  ],
  'audit.comment': ['查看评论', 'Show comment'],

  'export.heading': ['导出', 'Export'],
  'export.hint': [
    '本站点全部评论，一行一条（NDJSON），末行带校验和。文件含个人信息，请妥善保管。',
    'All comments of this site, one a line (NDJSON), with a checksum in the last line. The file holds personal data; keep it safe.',
  ],
  'export.submit': ['下载导出文件', 'Download the export'],
  'export.running': ['正在导出…', 'Exporting…'],
  'export.done': ['导出完成：{file}', 'Exported: {file}'],
  'problem.incomplete': [
    '导出文件不完整，没有保存，请重试。',
    'The export is incomplete and was not saved. Please try again.',
  ],
  'import.heading': ['导入', 'Import'],
  'import.hint': [
    '选择由本服务导出的文件。已有的评论会跳过，重复导入不会产生重复评论。',
    'Choose a file that this service exported. Comments that exist are skipped, so importing twice does no harm.',
  ],
  'import.file': ['导出文件', 'Exported file'],
  'import.missing': ['请选择文件。', 'Please choose a file.'],
  'import.submit': ['导入', 'Import'],
  'import.running': ['正在导入…', 'Importing…'],
  'import.done': [
    '导入完成：新增 {imported} 条，跳过 {skipped} 条；另有 {importedEntries} 条操作记录，均标明为导入。',
    'Import finished: {imported} added, {skipped} skipped; {importedEntries} audit entries, marked as imported.',
  ],
};
