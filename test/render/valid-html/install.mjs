/* Installs what judges rendered HTML. */
import { installIn } from '../../fixtures/install-packages.mjs';

export const installJudge = () => installIn(import.meta.dirname, 'html-validate');
