import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { html } from '../../src/base/templates/html.js';

/** Runs work on a page whose script gave all functions a property, as Sugar does. */
function withFunctionProperty(name: string, work: () => void): void {
  const prototype = Function.prototype as never as Record<string, unknown>;
  prototype[name] = () => undefined;
  try {
    work();
  } finally {
    Reflect.deleteProperty(prototype, name);
  }
}

describe('a listener in a template', () => {
  for (const option of ['once', 'passive', 'capture']) {
    it(`ignores what the page has added to all functions: ${option}`, () => {
      const place = document.createElement('div');
      const heard: boolean[] = [];
      const listener = (event: Event): void => {
        event.preventDefault();
        heard.push(event.defaultPrevented && event.eventPhase === Event.BUBBLING_PHASE);
      };
      withFunctionProperty(option, () =>
        render(html`<div @click=${listener}><button>${'x'}</button></div>`, place),
      );
      for (const _ of [1, 2]) {
        place
          .querySelector('button')!
          .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      expect(heard).to.deep.equal([true, true]);
    });
  }

  it('changes with the rendering', () => {
    const place = document.createElement('div');
    const heard: number[] = [];
    for (const turn of [1, 2]) {
      render(html`<button @click=${() => heard.push(turn)}></button>`, place);
      place.querySelector('button')!.click();
    }
    expect(heard).to.deep.equal([1, 2]);
  });
});
