/** Engines that an attribute can name, the default first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of the attribute `engine`: a service that follows our contract, Waline, or a JSON file of published comments. */
export type Engine = (typeof ENGINES)[number];
