import 'customs-widgets/duty-list/define'; // registers <customs-duty-list>, and nothing else
import type {} from 'customs-widgets/duty-list'; // the types of the tag and of its events
import gacc from 'customs-widgets/agency/gacc/zh-Hans.json' with { type: 'json' };

const list = document.querySelector('customs-duty-list')!;
list.data = gacc;
list.filter = true;
list.addEventListener('customs-filter', ({ detail }) => {
  console.log(`${detail.matches} duties match ${detail.text}`);
});
