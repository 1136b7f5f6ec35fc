/* What the types accept and refuse: the lines that say "wrong", and no other. */
import {
  type AgencyData,
  type AgencyInput,
  type CustomsCommentBox,
  provideAgency,
} from 'customs-widgets';
import 'customs-widgets/comment-count/define';
import 'customs-widgets/duty-list/define';
import gacc from 'customs-widgets/agency/gacc/en.json' with { type: 'json' };
import type { CustomsElementProps } from 'customs-widgets/react';
import { builtInAgency, render } from 'customs-widgets/render';
import agency from './agency.json' with { type: 'json' };

const list = document.querySelector('customs-duty-list')!;
declare const box: CustomsCommentBox;
declare const isLoaded: boolean;
declare const written: AgencyData;
declare const named: 'gacc' | undefined;

// The data of an agency, or a sign that it will follow.
list.data = agency;
list.data = gacc;
list.data = written;
list.data = isLoaded && agency;
list.data = null;
list.data = undefined;
list.data = { name: 'Police', duties: [{ title: 'Keeps order.' }], telephone: 110 } as const;
list.data = { name: 'Police', id: undefined };
list.data = Object.freeze({ name: 'Police', overview: Object.freeze(['Keeps order.']) });
const input: AgencyInput = { ...agency, lang: 'en' };
list.data = input;
provideAgency('police', 'en', agency);
render('duty-list', { data: agency, lang: undefined });
list.data = builtInAgency('gacc');
render('duty-list', { data: { lang: 'en' } }); // wrong
provideAgency('police', 'en', [agency]); // wrong
list.data = 'police.json'; // wrong
list.data = 42; // wrong
list.data = { lang: 'en' }; // wrong
list.data = { name: 'Police', nam: 'Police' }; // wrong
list.data = { name: 'Police', duties: [{ text: 1 }] }; // wrong

// What is not set may be `undefined`.
list.src = undefined;
list.agency = named;
box.provider = undefined;
box.captchaProvider = undefined;
const settings: CustomsElementProps<'customs-duty-list'> = {
  agency: named,
  class: undefined,
  data: undefined,
  filter: undefined,
  headingLevel: undefined,
  'heading-level': undefined,
  'oncustoms-filter': undefined,
  theme: undefined,
};
const more: CustomsElementProps<'customs-duty-list'> = { ...settings, theme: 'blue' }; // wrong
console.log(more);

// Events have types wherever they arrive.
list.addEventListener('customs-filter', ({ detail }) => detail.matches.toFixed());
document.addEventListener('customs-filter', ({ detail }) => detail.matches.toFixed());
window.addEventListener('customs-filter', ({ detail }) => detail.matches.toFixed());
window.addEventListener('customs-filter', ({ detail }) => detail.agency); // wrong
window.addEventListener('customs-comment-count', ({ detail }) => detail.count.trim()); // wrong
