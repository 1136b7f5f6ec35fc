/* The page doctor as a classic script, for pages on disk, where imports on demand do not work. */
import { diagnose } from './diagnose.js';

const scope = globalThis as { CustomsWidgets?: object };
scope.CustomsWidgets = { ...scope.CustomsWidgets, diagnose };
if (new URLSearchParams(location.search).has('customs-debug')) void diagnose({ panel: true });
