/** Code that loads on demand, so a script file contains only what the first paint needs. */
export class LazyModule<Module> {
  /** The code, once it has loaded. A server does not wait, so it sets the code here. */
  module: Module | undefined;

  /** True if the last attempt to load failed. */
  hasFailed = false;

  readonly #import: () => Promise<Module>;

  /** @param bring - an `import()`, which the build of the script files finds */
  constructor(bring: () => Promise<Module>) {
    this.#import = bring;
  }

  /** Loads the code. A failure is logged, and the next call tries again. */
  async bring(): Promise<Module | undefined> {
    try {
      this.module ??= await this.#import();
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      console.warn('customs-widgets:', error);
    }
    return this.module;
  }
}
