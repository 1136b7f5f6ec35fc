/* The page of the editor: it registers the elements, and starts the editor with what the page knows. */
import { define, parse, provideStrings } from 'customs-widgets';
import { agencies, strings } from 'virtual:published';
import { PAGE_LANGUAGES, type PageLanguage } from '../pages/languages.js';
import { keepLanguage, openingLanguage } from '../pages/opening-language.js';
import { storageOf } from './draft.js';
import { Editor } from './editor.js';
import { pageText } from './sample.js';
import { TEXTS } from './texts.js';

const root = document.querySelector<HTMLElement>('#editor');
const gacc = agencies['gacc']?.['zh-Hans'];

/** Shows the language in the page and in its address, so that a link keeps it. */
function showLanguage(language: PageLanguage): void {
  document.documentElement.lang = language;
  document.title = `${TEXTS[language].title} · customs-widgets`;
  const query = language === openingLanguage() ? '' : `?page=${language}`;
  if (location.search !== query) history.replaceState(null, '', location.pathname + query);
}

if (root) {
  define();
  provideStrings('en', strings);
  const asked = new URLSearchParams(location.search).get('page');
  const language = PAGE_LANGUAGES.find((one) => one === asked) ?? openingLanguage();
  showLanguage(language);
  const editor = new Editor({
    root,
    store: storageOf(window),
    parse,
    sample: gacc ? pageText(gacc) : '',
    view: { language },
    onView: (view) => {
      if (view.language !== document.documentElement.lang) keepLanguage(view.language);
      showLanguage(view.language);
    },
  });
  window.addEventListener('storage', (event) => editor.onStorage(event));
}
