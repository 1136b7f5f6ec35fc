import { addons } from 'storybook/manager-api';
import { look } from './look.js';

// Roots would come after the pages that have none; folders keep the order of the preview.
addons.setConfig({ theme: look, sidebar: { showRoots: false } });
