/* The switches of the demo. The elements follow the page, so only `theme` is set on them. */
const root = document.documentElement;
const settings = document.querySelector('.settings');
const texts = [...document.querySelectorAll('[data-en]')].map((element) => ({
  element,
  en: element.dataset.en,
  'zh-Hans': element.textContent,
}));

settings.addEventListener('change', () => {
  const { language, theme, elder } = settings.elements;
  root.lang = language.value;
  for (const text of texts) text.element.textContent = text[language.value];
  root.dataset.theme = theme.value;
  root.toggleAttribute('data-elder', elder.checked);
  for (const element of document.querySelectorAll(
    'customs-profile-card, customs-duty-list, customs-rank-ladder, customs-link-list, customs-comment-box',
  )) {
    element.theme = theme.value === 'contrast' ? 'contrast' : 'auto';
  }
});
