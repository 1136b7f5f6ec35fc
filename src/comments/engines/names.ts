/** Engines that can be named in an attribute; the default stands first. */
export const ENGINES = ['http', 'waline', 'static'] as const;

/** Value of the attribute `engine`: a service of our contract, Waline, or a JSON file of published comments. */
export type Engine = (typeof ENGINES)[number];
