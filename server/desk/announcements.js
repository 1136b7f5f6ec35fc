/* The live region that tells screen readers how an action went. */

let waiting = [];

/** Says a message, after whatever the move of the focus makes the screen reader say. */
export function announce(message) {
  const region = document.getElementById('status');
  waiting.push(message);
  if (waiting.length > 1) return;
  // Emptied first, so that the same message twice in a row is said twice.
  region.textContent = '';
  setTimeout(() => {
    region.textContent = waiting.join(' ');
    waiting = [];
  }, 150);
}
