import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { define, type Theme } from '../../src/index.js';
import '../docs/docs.css';
import { DEFAULTS, THEME_NAMES, tokensOf } from '../foundations/themes.js';
import { look } from './look.js';

// Calls `define` itself: a bundler drops an import of define.ts, because package.json lists only
// built files as having side effects.
define();

/** The parts of the manifest that are used here. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly events?: readonly { readonly name: string }[] }[];
  }[];
}

// A glob, because the build makes the manifest, and the stories also work without it.
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../../dist/custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest) setCustomElementsManifest(manifest);

/** Events of all elements. Storybook logs them. */
const events = new Set(
  manifest?.modules
    .flatMap(({ declarations }) => declarations.flatMap(({ events = [] }) => events))
    .map(({ name }) => name),
);

const COLOR_SCHEMES: Readonly<Record<Theme, string>> = {
  auto: 'light dark',
  light: 'light',
  dark: 'dark',
  contrast: 'light dark',
};

/** Settings of the toolbars. */
interface Toolbars {
  readonly language: string;
  readonly theme: Theme;
  readonly elder: string;
  readonly brand: string;
  readonly textScale: string;
}

/** Sets the tokens of a theme on the page, as its style sheet does. */
function dress({ style }: HTMLElement, brand: string, textScale: string): void {
  for (const { name } of DEFAULTS) style.removeProperty(`--customs-${name}`);
  for (const { name, light, dark } of brand === 'default' ? [] : tokensOf(brand)) {
    style.setProperty(`--customs-${name}`, dark ? `light-dark(${light}, ${dark})` : light);
  }
  if (textScale !== '1') style.setProperty('--customs-text-scale', textScale);
}

/** Applies the toolbar as a real page does: through the document, or by attribute. */
const followToolbar: Decorator = (story, { args, globals, viewMode }) => {
  const { language, theme, elder, brand, textScale } = globals as unknown as Toolbars;
  const page = document.documentElement;
  page.lang = language;
  page.toggleAttribute('data-elder', elder === 'on');
  page.style.colorScheme = COLOR_SCHEMES[theme];
  dress(page, brand, textScale);
  return story({
    args: {
      ...args,
      theme: args['theme'] === 'auto' ? theme : args['theme'],
      // A docs page marks every story as English, closer to the element than the document.
      lang: args['lang'] || (viewMode === 'docs' ? language : ''),
    },
  });
};

/**
 * Puts arguments first, outside the groups of the manifest. The rest is read-only, because a
 * control for anything else would do nothing.
 */
const argumentsFirst: ArgTypesEnhancer = ({ argTypes, initialArgs }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, row]) => [
      name,
      name in initialArgs
        ? { ...row, table: { ...row.table, category: undefined } }
        : { ...row, control: false },
    ]),
  );

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withActions, followToolbar],
  argTypesEnhancers: [argumentsFirst],
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-Hans', title: '简体中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Theme of the element, and colour scheme of the page',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Theme: auto' },
          { value: 'light', title: 'Theme: light' },
          { value: 'dark', title: 'Theme: dark' },
          { value: 'contrast', title: 'Theme: contrast' },
        ],
      },
    },
    elder: {
      description: 'Elder mode (适老化) of the page',
      toolbar: {
        icon: 'accessibility',
        dynamicTitle: true,
        items: [
          { value: 'off', title: 'Elder mode: off' },
          { value: 'on', title: 'Elder mode: on' },
        ],
      },
    },
    brand: {
      description: 'Design tokens of the page',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: THEME_NAMES.map((value) => ({ value, title: `Tokens: ${value}` })),
      },
    },
    textScale: {
      description: 'Scale of all text',
      toolbar: {
        icon: 'type',
        dynamicTitle: true,
        items: ['1', '1.25', '1.5', '2'].map((value) => ({ value, title: `Text: ${value}×` })),
      },
    },
  },
  initialGlobals: {
    language: 'zh-Hans',
    theme: 'auto',
    elder: 'off',
    brand: 'default',
    textScale: '1',
  },
  args: {
    src: '',
    data: undefined,
    agency: '',
    lang: '',
    headingLevel: 2,
    elder: false,
    theme: 'auto',
  },
  argTypes: {
    src: { control: 'text' },
    data: { control: 'object' },
    agency: { control: 'select', options: ['', 'gacc'] },
    lang: { control: 'text' },
    headingLevel: { control: { type: 'range', min: 1, max: 6 } },
    elder: { control: 'boolean' },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark', 'contrast'] },
  },
  parameters: {
    a11y: { test: 'error' },
    viewport: {
      options: Object.fromEntries(
        [320, 480, 800, 1200].map((width) => [
          `width${width}`,
          { name: `${width} px`, styles: { width: `${width}px`, height: '100%' } },
        ]),
      ),
    },
    actions: { handles: [...events] },
    options: {
      storySort: {
        order: [
          'Start here',
          [
            'Welcome',
            'For webmasters',
            'For developers',
            'Server-rendered applications',
            'Bundlers and unit tests',
            'For designers',
            'Agency editor',
            'Embed builder',
            'Updating',
            'Support',
          ],
          'Profile card',
          'Duty list',
          'Rank ladder',
          'Link list',
          'Comment box',
          'Comment count',
          // Stories of a new element.
          '*',
          'Agency editor',
          'Foundations',
          'Pages',
          'Recipes',
          'Accessibility',
          ['What the elements do', 'Measured', 'Tests and limits'],
          'Speed',
          'Beside other systems',
          'Maintainers',
          [
            'Architecture',
            'Add an element',
            'Add a language',
            'Add a comment engine',
            'Releasing',
            'Decisions',
            'Threat model',
            'Dependencies',
            'Sizes',
          ],
          'Changelog',
        ],
      },
    },
    docs: {
      theme: look,
      // A frame for each story: language, colours and elder mode belong to a whole document.
      story: { inline: false, height: '32rem' },
    },
  },
};

export default preview;
