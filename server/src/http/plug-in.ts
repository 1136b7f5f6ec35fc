/* How the concerns that all routes share are added to the application. */
import plugin from 'fastify-plugin';
import type { App } from './app.js';

/** Adds a concern to the application itself, not to a scope of its own: it holds for all routes that follow. */
export const share = (app: App, concern: (app: App) => void): void =>
  void app.register(
    plugin((inner, _options, done) => {
      concern(inner);
      done();
    }),
  );
