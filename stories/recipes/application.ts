import 'customs-widgets/duty-list/define'; // registers <customs-duty-list>, nothing else
import gacc from 'customs-widgets/agency/gacc/zh-Hans.js';

const list = document.querySelector('customs-duty-list')!;
list.data = gacc;
list.filter = true;
list.addEventListener('customs-filter', ({ detail }) => {
  console.log(`${detail.matches} duties match ${detail.text}`);
});
