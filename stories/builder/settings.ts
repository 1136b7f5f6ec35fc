/* Settings of the code: kind of script, files, styles, folder. */
import { type TemplateResult } from 'lit';
import { optionsOf, radios } from '../pages/choices.js';
import { textField } from '../pages/fields.js';
import type { Form } from './choices.js';
import type { Context } from './context.js';

export type Setting = 'script' | 'files' | 'styles' | 'folder';

/** Settings of each kind of snippet. */
export const SETTINGS: Readonly<Record<Form, readonly Setting[]>> = {
  script: ['script', 'files', 'folder'],
  placeholder: ['script', 'files', 'folder'],
  server: ['styles', 'script', 'files', 'folder'],
  html: ['styles', 'folder'],
  npm: ['files'],
  offline: ['files', 'folder'],
  frame: ['folder'],
};

/** Renders one setting. */
export function setting(name: Setting, { texts, choices, onChange }: Context): TemplateResult {
  const shared = { name, small: true };
  switch (name) {
    case 'script':
      return radios({
        ...shared,
        legend: texts.script,
        value: choices.script,
        options: optionsOf(texts.scripts),
        onChange: (script) => onChange({ script }),
      });
    case 'files':
      return radios({
        ...shared,
        legend: texts.files,
        value: choices.files,
        options: optionsOf(texts.filesOf),
        onChange: (files) => onChange({ files }),
      });
    case 'styles':
      return radios({
        ...shared,
        legend: texts.styles,
        value: choices.styles,
        options: optionsOf(texts.stylesOf),
        onChange: (styles) => onChange({ styles }),
      });
    default:
      return textField({
        id: name,
        name,
        label: texts.folder,
        hint: texts.folderHint,
        value: choices.folder,
        onInput: (folder) => onChange({ folder }),
      });
  }
}
