import { render } from 'customs-widgets/render';

const attributes = { filter: true, 'heading-level': '1' };
const element = render('duty-list', { lang: 'en', attributes });

console.log(`<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Duties</title>
  <script type="module" src="/cdn/duty-list.js"></script>
  ${element}
</html>`);
