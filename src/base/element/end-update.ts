import { ReactiveElement, type PropertyValues } from 'lit';

const { update } = ReactiveElement.prototype as unknown as {
  update(changed: PropertyValues): void;
};

/** Ends an update without rendering: Lit renders in a subclass of ReactiveElement. */
export function endUpdate(element: ReactiveElement, changed: PropertyValues): void {
  update.call(element, changed);
}
