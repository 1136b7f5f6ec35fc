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
  vite: {
    // The development server compiles them before the first page, which it would load again otherwise.
    optimizeDeps: { include: ['customs-widgets/vue', 'customs-widgets/duty-list/define'] },
  },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('customs-') } },
});
