/*
 * For the page around a frame of another origin: makes the frame as high as its content. The page
 * hosts this file itself, so no third-party script runs in it.
 */
import { MESSAGES, setHeight } from './height.js';

/** Limit in px. No content of ours is higher, and a frame must not stretch the page without end. */
const HIGHEST = 50_000;

const frames = (): NodeListOf<HTMLIFrameElement> =>
  document.querySelectorAll('iframe[src*="frame.html?"]');

window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
  const { type, height } = (data ?? {}) as { type?: unknown; height?: unknown };
  if (type !== MESSAGES.height || typeof height !== 'number') return;
  if (!(height > 0 && height <= HIGHEST)) return;
  frames().forEach((frame) => {
    if (frame.contentWindow !== source) return;
    setHeight(frame, height);
    frame.contentWindow?.postMessage({ type: MESSAGES.sized }, '*');
  });
});

// A frame that loaded before this script has reported its height to nobody.
frames().forEach((frame) => frame.contentWindow?.postMessage({ type: MESSAGES.measure }, '*'));
