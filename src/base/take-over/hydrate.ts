/* What binds nodes to templates. It comes when a page has elements that a server rendered. */
export { hydrate } from '@lit-labs/ssr-client';
