import { addons } from 'storybook/manager-api';
import { look } from './look.js';

// Roots would come after pages without one. Folders keep the order of the preview.
addons.setConfig({ theme: look, sidebar: { showRoots: false } });
