/** Messages between frame and page of different origins. */
export const MESSAGES = {
  /** From the frame: the height of its content. */
  height: 'customs-widgets:height',
  /** From the page: asks for the height, because it was not listening before. */
  measure: 'customs-widgets:measure',
  /** From the page: the frame has this height now. */
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
 * Keeps the frame around this page as high as its content. On the same origin, it sets the height
 * itself. On another origin, it sends the height to `frame-host.js` there. Without that script, the
 * frame keeps its height and scrolls.
 *
 * @param onResize - called when the height of the content has changed
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
    // The height depends only on the width, so setting it cannot cause a loop.
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
