import { render } from 'customs-widgets/render';
import agency from '../../agency.json';

export default defineEventHandler(() =>
  render('duty-list', { data: agency, attributes: { filter: true } }),
);
