/* The page doctor as a classic script, for pages on the disk, where nothing can be imported on demand. */
import { diagnose } from './diagnose.js';

const scope = globalThis as { CustomsWidgets?: object };
scope.CustomsWidgets = { ...scope.CustomsWidgets, diagnose };
if (new URLSearchParams(location.search).has('customs-debug')) void diagnose({ panel: true });
