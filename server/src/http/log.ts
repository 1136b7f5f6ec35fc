/* The log: route, status and duration of each request, and nothing that names a person. */
import type { App } from './app.js';

export interface LogOptions {
  logLevel: string;
  /** Where logs go; standard output by default. */
  logStream?: { write: (line: string) => void } | undefined;
}

/** Makes the options of the logger. */
export const logger = ({ logLevel, logStream }: LogOptions) => ({
  level: logLevel,
  ...(logStream && { stream: logStream }),
  // Logs no address, body or header, and no path either: it can hold a receipt number.
  serializers: {
    req: () => ({}),
    res: () => ({}),
    err: () => ({ type: '', message: '', stack: '' }),
  },
});

/** Writes a line for each answer. */
export function logAnswers(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}
