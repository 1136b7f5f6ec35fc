/** Tells the operator what is wrong with the configuration, one sentence a line. No sentence repeats a value. */
export class ConfigurationProblem extends Error {}
