/* Data and strings that the application brings: nothing is requested. */
import { provideAgency, provideStrings } from 'customs-widgets';
import 'customs-widgets/duty-list/define';
import 'customs-widgets/link-list/define';
import strings from 'customs-widgets/strings/en.js';

provideStrings('en', strings);
provideAgency('gacc', 'en', {
  id: 'office',
  lang: 'en',
  name: 'Port Office of Exampleton',
  links: [{ label: 'Tides of today', url: 'https://port.example.org/tides' }],
});
document.querySelector('customs-duty-list').data = {
  id: 'office',
  lang: 'en',
  name: 'Police of Exampleton',
  duties: { items: [{ id: 'order', title: 'Keeps order.' }] },
};
