export { default } from '../page';

export const runtime = 'edge';
