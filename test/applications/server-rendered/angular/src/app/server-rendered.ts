import { Directive, DOCUMENT, ElementRef, inject, InjectionToken, input } from '@angular/core';
import type { OnChanges, OnInit } from '@angular/core';
import type { AgencyElement, AgencyInput } from 'customs-widgets';
import type { ElementName, RenderOptions } from 'customs-widgets/render';

/** Renders the inside of an element. Only the server provides it, so that no browser loads its code. */
export const RENDER = new InjectionToken<(name: ElementName, options: RenderOptions) => string>(
  'render',
);

/** Lets the server write what an element shows. In the browser, the element takes it over. */
@Directive({
  selector: 'customs-profile-card, customs-duty-list, customs-rank-ladder, customs-link-list',
})
export class ServerRendered implements OnChanges, OnInit {
  readonly data = input<AgencyInput | null>();
  readonly #element = inject<ElementRef<AgencyElement>>(ElementRef).nativeElement;
  readonly #lang = inject(DOCUMENT).documentElement.lang;
  readonly #render = inject(RENDER, { optional: true });

  ngOnChanges(): void {
    this.#element.data = this.data();
  }

  ngOnInit(): void {
    const data = this.data();
    if (!this.#render || data === null) return;
    const name = this.#element.localName.replace('customs-', '') as ElementName;
    const attributes = Object.fromEntries(
      [...this.#element.attributes].map(({ name, value }) => [name, value]),
    );
    const html = this.#render(name, { data, lang: this.#lang, attributes });
    // The parser of the page takes the template away, so Angular finds an empty element, as it expects.
    this.#element.innerHTML = `<template shadowrootmode="open">${html}</template>`;
  }
}
