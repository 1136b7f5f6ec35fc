import type { Localized } from '../language/localization.js';

/** Message for the reader after copying. */
export const copyMessage = ({ msg }: Localized, copied: boolean): string =>
  copied
    ? msg('已复制', { id: 'copied' })
    : msg('复制失败，请选择文字后手动复制', { id: 'copy-failed' });
