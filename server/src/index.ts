/* For programs that run the service inside themselves. */
export { ConfigurationProblem } from './configuration/problem.js';
export { checkSettings, readConfiguration } from './configuration/read.js';
export type { ModeratorSettings, Settings, SiteSettings } from './configuration/settings.js';
export { makeToken } from './moderation/tokens.js';
export { createService, type Service, type ServiceOptions } from './service.js';
export { StartProblem } from './storage/start-problem.js';
