import agency from '../../agency.json';

export const load = () => ({ agency });
