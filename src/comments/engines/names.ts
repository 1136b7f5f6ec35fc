/** Engines that an attribute can name, the default first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of `engine`: a service that follows the published contract, Waline, or a JSON file of comments. */
export type Engine = (typeof ENGINES)[number];
