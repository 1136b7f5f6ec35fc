let count = 0;

/** Stands in for the network: answers by path, counts requests, can keep one waiting, honours abort. */
export class FakeServer {
  /** Number of this server, for addresses of its own. */
  readonly id = (count += 1);
  readonly requests: string[] = [];
  readonly aborted: string[] = [];
  /** How each request treats the cache of the browser. */
  readonly caches: (string | undefined)[] = [];
  readonly #answers = new Map<string, (init: RequestInit) => Response | Promise<Response>>();
  readonly #real = window.fetch;

  constructor() {
    window.fetch = (input, init) => this.#answer(new URL(String(input), document.baseURI), init);
  }

  /** Answers as a function of what was sent. */
  answer(path: string, answer: (init: RequestInit) => Response | Promise<Response>): void {
    this.#answers.set(path, answer);
  }

  /** Answers with JSON. */
  json(path: string, value: unknown): void {
    this.#answers.set(path, () => new Response(JSON.stringify(value)));
  }

  /** Answers with a text and a status. */
  text(path: string, body: string, status = 200): void {
    this.#answers.set(path, () => new Response(body, { status }));
  }

  /** Fails as an unreachable server does. */
  down(path: string): void {
    this.#answers.set(path, () => Promise.reject(new TypeError('Failed to fetch')));
  }

  /** Lets requests wait until the returned function is called. */
  hold(path: string): (value: unknown) => void {
    let release!: (value: unknown) => void;
    const value = new Promise<unknown>((resolve) => (release = resolve));
    this.#answers.set(path, async () => new Response(JSON.stringify(await value)));
    return release;
  }

  close(): void {
    window.fetch = this.#real;
  }

  #answer(url: URL, init?: RequestInit): Promise<Response> {
    const answer = this.#answers.get(url.pathname);
    if (!answer) return this.#real.call(window, url, init);
    this.requests.push(url.pathname);
    this.caches.push(init?.cache);
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.aborted.push(url.pathname);
        reject(new DOMException('Aborted', 'AbortError'));
      };
      init?.signal?.addEventListener('abort', abort);
      if (init?.signal?.aborted) abort();
      Promise.resolve(answer(init ?? {})).then(resolve, reject);
    });
  }
}
