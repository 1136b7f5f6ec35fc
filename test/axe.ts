/* axe-core puts itself on the window when it is loaded as a module. */
import 'axe-core/axe.min.js';
import type axe from 'axe-core';

export default (window as unknown as { axe: typeof axe }).axe;
