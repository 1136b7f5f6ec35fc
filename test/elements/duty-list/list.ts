import { CustomsDutyList, type Agency } from '../../../src/index.js';
import { parts, place, textOf, within } from '../../fixtures/page.js';

CustomsDutyList.define();

/** Places a list with this data, as `change` leaves it. */
export const create = (
  data: Agency,
  change?: (one: CustomsDutyList) => void,
): Promise<CustomsDutyList> => place('customs-duty-list', data, change);

/** Where a reader types what to search for. */
export const field = (element: Element): HTMLInputElement =>
  within(element).querySelector('input')!;

/** Types into that field. */
export const type = async (element: CustomsDutyList, text: string): Promise<void> => {
  field(element).value = text;
  field(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};

/** The numbers of the duties that are shown. */
export const numbers = (element: Element): string[] =>
  parts(element, 'number')
    .filter((number) => number.checkVisibility())
    .map(textOf);

/** An agency with this many duties. */
export const many = (count: number): Agency => ({
  lang: 'zh-Hans',
  name: '大局',
  duties: {
    items: Array.from({ length: count }, (_, index) => ({
      id: `duty-${index + 1}`,
      title: `职能${index + 1}。`,
    })),
  },
});
