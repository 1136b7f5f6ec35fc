import { generateHydrationScript, renderToString } from 'solid-js/web';
import { App } from './App';

export const render = () => renderToString(() => <App />);
export const head = generateHydrationScript;
