/*
 * Writes the components of frameworks from the manifest: a line for each element, which calls a
 * factory of src/frameworks.
 */
import { classNameOf, ELEMENTS, ELEMENT_NAMES } from '../.tools/project.mjs';

const HOOKS = ['useEffect', 'useImperativeHandle', 'useLayoutEffect', 'useRef'];

/** Start of the module of each framework, and the function that makes its components. */
const FRAMEWORKS = {
  react: `'use client';
import { createElement, forwardRef, ${HOOKS.join(', ')} } from 'react';
import { componentsOf } from './component.js';

const framework = { createElement, ${HOOKS.join(', ')}, withRef: forwardRef };`,
  preact: `import { createElement } from 'preact';
import { ${HOOKS.join(', ')} } from 'preact/hooks';
import { componentsOf } from './component.js';

const withRef = (draw) => ({ ref, ...given }) => draw(given, ref);
const framework = { createElement, ${HOOKS.join(', ')}, withRef };`,
  vue: `import { h, onMounted } from 'vue';
import { vueComponentsOf as componentsOf } from './vue-component.js';

const framework = { h, onMounted };`,
  solid: `import { createComponent, createMemo, mergeProps, onMount, splitProps, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { solidComponentsOf as componentsOf } from './solid-component.js';

const framework = { Dynamic, createComponent, createMemo, mergeProps, onMount, splitProps, untrack };`,
};

const componentNameOf = (name) => classNameOf(name).replace('Customs', '');

/** Finds the element of a name in the manifest. */
const find = (elements, name) => elements.find((element) => element.name === classNameOf(name));

/** Lists the settable properties of an element, each with its attribute or `''`. */
function propertiesOf({ members, attributes }) {
  const fields = members.filter(
    ({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly,
  );
  const attributeOf = (field) =>
    attributes.find(({ fieldName }) => fieldName === field)?.name ?? '';
  return Object.fromEntries(fields.map(({ name }) => [name, attributeOf(name)]));
}

const descriptionOf = (element, name) => ({
  name,
  properties: propertiesOf(element),
  events: (element.events ?? []).map((event) => event.name),
});

/** Lists the class of an element, and those of the elements that it draws. */
const classesOf = (name) => [name, ...(ELEMENTS[name].draws ?? [])].map(classNameOf).join(', ');

const component = (elements) => (name) => {
  const element = find(elements, name);
  const description = descriptionOf(element, name);
  const classes = classesOf(name);
  return `
/** ${element.summary} */
export const ${componentNameOf(name)} = /* @__PURE__ */ component(
  '${componentNameOf(name)}',
  ${JSON.stringify(description)},
  [${classes}],
);`;
};

/** Writes the module of a framework. */
const module = (start, elements) => `${start}
import {
  ${ELEMENT_NAMES.map(classNameOf).join(',\n  ')},
  register,
  renderShadowRoot,
} from '#elements';

const component = /* @__PURE__ */ componentsOf(framework, { register, renderShadowRoot });
${ELEMENT_NAMES.map(component(elements)).join('\n')}
`;

/**
 * Writes a component of Svelte, which the application compiles. Its types are those of the module,
 * and so is the way in which it hydrates: see src/frameworks/component.ts.
 */
const svelteComponent = (elements, name) => `<script>
  import { ${classesOf(name)}, register, renderShadowRoot } from '#elements';
  import { onMount, untrack } from 'svelte';
  import { settingsOf } from '../settings-of.js';
  import { templateOf } from '../shadow-root-of.js';

  const description = ${JSON.stringify(descriptionOf(find(elements, name), name))};

  let { ref = $bindable(), children, ...given } = $props();
  const settings = $derived(settingsOf(description, given, !children));
  // Before the element hydrates: an old browser has kept the template of the server.
  const template = templateOf(
    { renderShadowRoot },
    description.name,
    untrack(() => settings.rendering),
  );

  $effect(() => {
    Object.assign(ref, settings.properties);
  });
  onMount(() => register([${classesOf(name)}]));
</script>

<customs-${name} bind:this={ref} {...settings.attributes}>{@html template}{@render children?.()}</customs-${name}>
`;

/** Writes the types of the components. */
const types = (framework, elements) => `import type { CustomsComponent } from './${framework}.js';
${ELEMENT_NAMES.map(
  (name) => `
/** ${find(elements, name).summary} */
export declare const ${componentNameOf(name)}: CustomsComponent<'customs-${name}'>;`,
).join('\n')}
`;

/** What components import on a server, where no class is needed: the one file for servers renders. */
const onServer = `export { renderShadowRoot } from '../server/render.js';

export const register = () => {};

${ELEMENT_NAMES.map((name) => `export const ${classNameOf(name)} = undefined;`).join('\n')}
`;

/** What components import in Node, where tests may have a page of their own. */
const inNode = `export * from './on-server.js';

export const register = () => void import('../define.js');
`;

/** Returns the files by their names in the folder of the frameworks. */
export const componentFiles = (elements) => ({
  'on-server.js': onServer,
  'in-node.js': inNode,
  'svelte.js': ELEMENT_NAMES.map(componentNameOf)
    .map((name) => `export { default as ${name} } from './svelte/${name}.svelte';\n`)
    .join(''),
  'svelte-components.d.ts': types('svelte', elements),
  ...Object.fromEntries(
    ELEMENT_NAMES.map((name) => [
      `svelte/${componentNameOf(name)}.svelte`,
      svelteComponent(elements, name),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(FRAMEWORKS).flatMap(([framework, start]) => [
      [`${framework}.js`, module(start, elements)],
      [`${framework}-components.d.ts`, types(framework, elements)],
    ]),
  ),
});
