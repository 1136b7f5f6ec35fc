import { hydrate, setTrustedTypesPolicy } from 'solid-js/web';
import { App } from './App';

type Policy = Parameters<typeof setTrustedTypesPolicy>[0];

// Solid makes its templates from text. A page with Trusted Types has to allow that.
const { trustedTypes } = window as {
  trustedTypes?: { createPolicy: (name: string, rules: object) => Policy };
};
setTrustedTypesPolicy(trustedTypes?.createPolicy('solid', { createHTML: String }));

hydrate(() => <App />, document.getElementById('app')!);
