/** Code that comes when somebody asks for it: a script file carries what the first paint needs. */
export class LazyModule<Module> {
  /** The code, once it is there. A server, which does not wait, puts it here. */
  module: Module | undefined;

  /** Whether it did not come when it was last asked for. */
  hasFailed = false;

  readonly #import: () => Promise<Module>;

  /** @param bring - an `import()`, which the build of the script files finds */
  constructor(bring: () => Promise<Module>) {
    this.#import = bring;
  }

  /** Brings the code. Where it does not come, it says so, and asks again the next time. */
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
