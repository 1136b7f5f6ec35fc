/* What becomes of a comment that was sent. It comes when a reader begins to write. */
export { Outcome, outcomeHeading } from './outcome.js';
export { renderSummary } from './summary.js';
