import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { ServerRendered } from './server-rendered';

@Component({
  selector: 'app-built-in',
  imports: [ServerRendered],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <customs-duty-list
      agency="gacc"
      filter
      (customs-filter)="matches.set($event.detail.matches)"
    ></customs-duty-list>
    <output>{{ matches() }}</output>
  `,
})
export class BuiltIn {
  readonly matches = signal<number | undefined>(undefined);
}
