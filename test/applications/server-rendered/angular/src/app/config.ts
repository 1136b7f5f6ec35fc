import type { ApplicationConfig } from '@angular/core';
import { provideClientHydration } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { Police } from './police';
import { BuiltIn } from './built-in';

export const config: ApplicationConfig = {
  providers: [
    provideClientHydration(),
    provideRouter([
      { path: '', component: Police },
      { path: 'built-in', component: BuiltIn },
    ]),
  ],
};
