import type { State } from '../../agency/state.js';
import { emit } from '../reader/events.js';

/** An element. If it draws others, `whenDrawn` resolves when they have rendered. */
type Drawing = HTMLElement & { whenDrawn?(): Promise<unknown> };

/** Tells the page what became of a source: by an event, and problems on the console. */
export function tellOutcome(element: Drawing, outcome: State): void {
  const drawn = element.whenDrawn?.();
  if (drawn) void drawn.then(() => tell(element, outcome));
  else tell(element, outcome);
}

function tell(element: HTMLElement, outcome: State): void {
  if (outcome.kind !== 'ready' && outcome.kind !== 'failed') return;
  const { problems } = outcome;
  const lines = problems.map(({ pointer, message }) => `\n${pointer} ${message}`);
  if (lines.length) console.warn(`customs-widgets: <${element.localName}>${lines.join('')}`);
  if (outcome.kind === 'failed') emit(element, 'customs-error', { problems });
  else emit(element, 'customs-ready', { agency: outcome.agency, problems });
}
