import type { Problem } from '../../agency/model.js';
import { str, type Localized } from '../language/localization.js';

/** A problem of the data in the language of the element. */
export function explainProblem({ msg }: Localized, { code, detail }: Problem): string {
  switch (code) {
    case 'missing':
      return msg('缺少必填的内容', { id: 'problem.missing' });
    case 'format':
      return msg(str`格式不对，应为：${detail}`, { id: 'problem.format' });
    case 'reference':
      return msg(str`“${detail}”重复、不存在或次序不对`, { id: 'problem.reference' });
    case 'network':
      return msg('网络连接失败，请检查网络后重试', { id: 'problem.network' });
    case 'status':
      return msg(str`服务器返回状态 ${detail}`, { id: 'problem.status' });
  }
}
