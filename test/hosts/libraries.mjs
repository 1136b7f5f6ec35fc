/*
 * Libraries as their users load them: files in the head, then a call of the page. Those of Debian are on npm only for
 * other uses than pages.
 */

/** Name → `load`, files in this order; `call`, a script after them; `others`, files that the first ones ask for;
 * and what else `pageOf` knows. */
export const LIBRARIES = {
  'Prototype 1.7 with script.aculo.us': {
    load: ['debian/prototype/prototype.js', 'debian/scriptaculous/scriptaculous.js'],
    others: ['builder', 'effects', 'dragdrop', 'controls', 'slider', 'sound'].map(
      (part) => `debian/scriptaculous/${part}.js`,
    ),
    call: `document.observe('dom:loaded', function () { $$('body *').invoke('addClassName', 'seen'); });`,
  },
  'MooTools 1.4 with More': {
    load: ['debian/mootools/mootools-core.min.js', 'debian/mootools/mootools-more.min.js'],
    call: `window.addEvent('domready', function () { $$('body *').addClass('seen'); new Form.Validator($('search')); });`,
  },
  'Sugar 2, extended': { load: ['sugar/dist/sugar.min.js'], call: 'Sugar.extend();' },
  'Sugar 1, which extends at once': { load: ['sugar-1/sugar-full.js'] },
  Datejs: { load: ['datejs/lib/date-zh-CN.js'], call: `Date.today().toString('yyyy-MM-dd');` },
  'jQuery 1 with validate, and Bootstrap 3': {
    load: [
      'bootstrap-3/dist/css/bootstrap.min.css',
      'bootstrap-3/dist/css/bootstrap-theme.min.css',
      'jquery/dist/jquery.min.js',
      'jquery-validation/dist/jquery.validate.min.js',
      'bootstrap-3/dist/js/bootstrap.min.js',
    ],
    call: `$(function () { $('form').validate(); $('[title]').tooltip(); });`,
  },
  'Bootstrap 5': {
    load: ['bootstrap/dist/css/bootstrap.min.css', 'bootstrap/dist/js/bootstrap.bundle.min.js'],
    isModule: true,
  },
  'Tailwind 4 in the browser': {
    load: ['@tailwindcss/browser/dist/index.global.js'],
    isModule: true,
  },
  'the preflight of Tailwind 3': { load: ['@unocss/reset/tailwind.css'], isModule: true },
  'the reset of Eric Meyer and normalize.css': {
    load: ['@unocss/reset/normalize.css', '@unocss/reset/eric-meyer.css'],
  },
  layui: {
    load: ['layui/dist/css/layui.css', 'layui/dist/layui.js'],
    call: `layui.use(['form', 'element', 'layer', 'laydate'], function () { layui.form.render(); });`,
  },
  'zone.js': {
    load: ['zone.js/bundles/zone.umd.min.js'],
    isModule: true,
    // Its own notes of the listeners that it has seen.
    changes: /^globalThis: new __zone_symbol__/,
  },
  'core-js': { load: ['core-js-bundle/minified.js'], isModule: true },
  'core-js 2, as babel-polyfill': { load: ['babel-polyfill/dist/polyfill.min.js'] },
  'es5-shim and es6-shim': {
    load: ['es5-shim/es5-shim', 'es5-shim/es5-sham', 'es6-shim/es6-shim', 'es6-shim/es6-sham'].map(
      (file) => `${file}.min.js`,
    ),
  },
  'the webcomponents polyfills': {
    load: ['custom-elements-es5-adapter.js', 'webcomponents-bundle.js'].map(
      (file) => `@webcomponents/webcomponentsjs/${file}`,
    ),
  },
  'the fetch and Promise of polyfills': {
    before: 'delete window.fetch;',
    load: ['bluebird/js/browser/bluebird.min.js', 'whatwg-fetch/dist/fetch.umd.js'],
  },
  'Sentry, which wraps listeners and timers': {
    load: ['@sentry/browser/build/bundle.min.js'],
    call: `Sentry.init({ dsn: 'http://a@127.0.0.1/1' });`,
  },
  'Vue 2, which draws all of it again': {
    load: ['vue/dist/vue.min.js'],
    around: (all) => `<div id="app">{{ moments }}${all}</div>`,
    call: `Vue.config.ignoredElements = [/^customs-/];
      var vue = new Vue({ el: '#app', data: { moments: 1 } });
      setInterval(function () { vue.moments += 1; }, 50);`,
  },
  'FastClick on a telephone': {
    load: ['fastclick/lib/fastclick.js'],
    call: 'FastClick.attach(document.body);',
    isPhone: true,
  },
  'iScroll around it': {
    load: ['iscroll/build/iscroll.js'],
    around: (all) =>
      `<div id="scroller" style="position: absolute; inset: 0"><div>${all}</div></div>`,
    call: `new IScroll('#scroller', { mouseWheel: true });`,
  },
  'Mousetrap, with keys of the page': {
    load: ['mousetrap/mousetrap.min.js'],
    call: `Mousetrap.bind(['s', '/', 'y e'], function () { document.forms[0].q.focus(); return false; });`,
  },
  'SES, which locks the language down': {
    load: ['ses/dist/ses.umd.min.js'],
    call: 'lockdown();',
    isModule: true,
  },
};

/** What changes the language, loaded when the widgets are there. */
export const LATE = [
  'Prototype 1.7 with script.aculo.us',
  'MooTools 1.4 with More',
  'Sugar 2, extended',
  'zone.js',
  'es5-shim and es6-shim',
];

/** What styles everything on a page. */
export const STYLED = ['Bootstrap 5', 'the reset of Eric Meyer and normalize.css', 'layui'];
