import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { config } from './app/config';
import 'customs-widgets/duty-list/define';

await bootstrapApplication(App, config);
