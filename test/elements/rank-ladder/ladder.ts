import { CustomsRankLadder } from '../../../src/index.js';
import { parts, place, textOf, within } from '../../fixtures/page.js';

CustomsRankLadder.define();

/** Places a ladder with this data, as `change` leaves it. */
export const create = (
  data: unknown,
  change?: (one: CustomsRankLadder) => void,
): Promise<CustomsRankLadder> => place('customs-rank-ladder', data, change);

/** Chooses an option by its words. */
export const choose = async (
  element: CustomsRankLadder,
  id: string,
  label: string,
): Promise<void> => {
  const select = within(element).querySelector<HTMLSelectElement>(`[name="${id}"]`)!;
  select.selectedIndex = [...select.options].findIndex((option) => textOf(option) === label);
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
};

/** The ranks with a badge, each with the words of its badges. */
export const badged = (element: Element): string[] =>
  parts(element, 'rank')
    .filter((rank) => rank.querySelector('.badge'))
    .map(
      (rank) =>
        `${textOf(rank.querySelector('.name')!)} ${[...rank.querySelectorAll('.badge')].map(textOf).join()}`,
    );
