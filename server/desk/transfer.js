/* Export and import, for administrators. */
import { announce } from './announcements.js';
import { api, Problem } from './api.js';
import { element } from './elements.js';
import { inputField } from './fields.js';
import { sentence } from './language.js';
import { showProblem } from './problems.js';

/** Whether the last line with its checksum is there; a broken download has none. */
const isComplete = async (blob) => /"checksum"/.test(await blob.slice(-256).text());

function save(blob, fileName) {
  const link = element('a', { href: URL.createObjectURL(blob), download: fileName });
  link.click();
  // Safari reads the file only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A form that runs something long and tells in place how it went. */
function task({ name, children, run }) {
  const outcome = element('div');
  const submit = element('button', { class: 'primary' }, () => sentence(`${name}.submit`));
  const form = element(
    'form',
    { class: 'card task', novalidate: true, onsubmit: start },
    element('h3', {}, () => sentence(`${name}.heading`)),
    element('p', { class: 'muted' }, () => sentence(`${name}.hint`)),
    ...children,
    outcome,
    element('div', { class: 'actions' }, submit),
  );

  function tell(getText, look) {
    outcome.replaceChildren(element('p', { class: look }, getText));
    announce(getText());
  }

  async function start(submitted) {
    submitted.preventDefault();
    if (form.hasAttribute('aria-busy')) return;
    form.setAttribute('aria-busy', 'true');
    tell(() => sentence(`${name}.running`), 'muted');
    try {
      const values = await run();
      if (values) tell(() => sentence(`${name}.done`, values), 'notice');
      else outcome.replaceChildren();
    } catch (problem) {
      showProblem(outcome, problem, () => {
        submit.focus();
        form.requestSubmit();
      });
    } finally {
      form.removeAttribute('aria-busy');
    }
  }
  return form;
}

/** Both forms. */
export function transferView({ site }) {
  const exporting = task({
    name: 'export',
    children: [],
    run: async () => {
      const blob = await api.export(site);
      if (!(await isComplete(blob))) throw new Problem('incomplete');
      const file = `${site}-${new Date().toISOString().slice(0, 10)}.ndjson`.replace(
        /[\\/:*?"<>|\s]+/g,
        '-',
      );
      save(blob, file);
      return { file };
    },
  });
  const chosen = inputField({
    label: () => sentence('import.file'),
    attributes: { type: 'file', accept: '.ndjson,application/x-ndjson' },
  });
  const importing = task({
    name: 'import',
    children: [chosen.node],
    run: async () => {
      const [file] = chosen.field.files;
      if (file) return api.import(site, file);
      chosen.setError(() => sentence('import.missing'));
      chosen.field.focus();
      return null;
    },
  });
  return { children: [exporting, importing], load: () => {} };
}
