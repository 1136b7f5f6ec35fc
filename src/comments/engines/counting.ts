import type { Engine } from './names.js';
import { countByService } from './http.js';
import type { ServiceAddress } from './http-service.js';
import { countInFile } from './static.js';
import { countByWaline } from './waline.js';

/** Counts the comments of threads, replies included. */
export type Count = (
  threads: readonly string[],
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, number>>;

/** Returns the counting function of an engine, for pages that show only numbers. */
export function counterOf(engine: Engine, address: ServiceAddress): Count {
  switch (engine) {
    case 'http':
      return (threads, signal) => countByService(address, threads, signal);
    case 'waline':
      return (threads, signal) => countByWaline(address, threads, signal);
    case 'static':
      return (threads, signal) => countInFile(address, threads, signal);
  }
}
