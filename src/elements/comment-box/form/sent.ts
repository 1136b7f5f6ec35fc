/* Code for the outcome of a comment. It loads when an author begins to write. */
export { Outcome, outcomeHeading } from './outcome.js';
export { renderLeft } from './left.js';
export { renderSummary } from './summary.js';
