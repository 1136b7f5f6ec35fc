/*
 * Installs what some tests need for themselves. `npm test` runs it once, beside the build, because files that run at the
 * same time must not install into one folder. A file that runs alone does it itself.
 */
import { installFrameworks } from '../applications/install.mjs';
import { installBundlers } from '../bundlers/install.mjs';
import { installWaline } from '../engines/waline/start.mjs';
import { installHosts } from '../hosts/install.mjs';
import { installLowest } from '../package/lowest-versions.mjs';
import { installRunners } from '../unit-runners/install.mjs';
import { installJudge } from '../render/valid-html/install.mjs';

installFrameworks();
installWaline();
installHosts();
installLowest();
installBundlers();
installRunners();
installJudge();
