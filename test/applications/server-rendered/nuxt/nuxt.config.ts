export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  app: {
    head: {
      htmlAttrs: { lang: 'en' },
      title: 'Police of Exampleton',
      link: [{ rel: 'icon', href: 'data:,' }],
    },
  },
  devtools: { enabled: false },
  telemetry: false,
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('customs-') } },
});
