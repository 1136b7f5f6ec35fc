import { render } from 'customs-widgets/render';
import agency from '../agency.json';

export const load = () => ({
  agency,
  duties: render('duty-list', { data: agency, attributes: { filter: true } }),
});
