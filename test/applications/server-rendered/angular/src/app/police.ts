import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { ServerRendered } from './server-rendered';
import agency from '../../agency.json';

@Component({
  selector: 'app-police',
  imports: [ServerRendered],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <customs-duty-list
      agency="none"
      filter
      [data]="agency"
      (customs-filter)="matches.set($event.detail.matches)"
    ></customs-duty-list>
    <output>{{ matches() }}</output>
  `,
})
export class Police {
  readonly agency = agency;
  readonly matches = signal<number | undefined>(undefined);
}
