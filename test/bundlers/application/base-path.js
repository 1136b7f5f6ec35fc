/* Data and strings as files in a folder of the site. */
import { setBasePath } from 'customs-widgets';
import 'customs-widgets/duty-list/define';

setBasePath('/library/');
