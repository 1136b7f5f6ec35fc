import { mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { renderShadowRoot } from 'customs-widgets/render';
import { App } from './app/app';
import { RENDER } from './app/server-rendered';
import { config } from './app/config';

const onServer = mergeApplicationConfig(config, {
  providers: [
    provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Prerender }])),
    { provide: RENDER, useValue: renderShadowRoot },
  ],
});

export default (context: BootstrapContext) => bootstrapApplication(App, onServer, context);
