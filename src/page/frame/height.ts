/** What frame and page say to each other when they are of different origins. */
export const MESSAGES = {
  /** The frame tells how high its content is. */
  height: 'customs-widgets:height',
  /** The page asks for it, because it was not listening yet. */
  measure: 'customs-widgets:measure',
  /** The page has made the frame that high. */
  sized: 'customs-widgets:sized',
} as const;

/** Makes a frame as high as its content. */
export function setHeight(frame: HTMLIFrameElement, height: number): void {
  const borders =
    getComputedStyle(frame).boxSizing === 'border-box'
      ? frame.offsetHeight - frame.clientHeight
      : 0;
  frame.style.height = `${height + borders}px`;
}

/**
 * Keeps the frame that this page is in as high as the content: by itself where the page around it is of the same
 * origin, else by telling `frame-host.js` in it. Without either, the frame keeps its height and scrolls.
 *
 * @param onResize - called when the content has another height
 */
export function fitFrame(onResize: () => void): void {
  const frame = window.frameElement as HTMLIFrameElement | null;
  const { documentElement: root, body } = document;
  let last = 0;
  const tell = (): void => {
    if (window.parent !== window) {
      window.parent.postMessage({ type: MESSAGES.height, height: last }, '*');
    }
  };
  new ResizeObserver(() => {
    // The height follows from the width alone, so that setting it changes nothing here: no loop.
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    onResize();
    if (frame) {
      setHeight(frame, height);
      root.classList.add('sized');
    } else tell();
  }).observe(body);
  window.addEventListener('message', ({ data, source }: MessageEvent<{ type?: string } | null>) => {
    if (source !== window.parent || source === window) return;
    if (data?.type === MESSAGES.measure && last) tell();
    if (data?.type === MESSAGES.sized) root.classList.add('sized');
  });
}
