import vue from '@vitejs/plugin-vue';

/** These tags are custom elements, not components of Vue. */
const isCustomElement = (tag) => tag.startsWith('customs-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
