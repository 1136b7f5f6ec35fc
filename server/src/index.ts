/* For programs that run the service inside themselves. */
export { checkSettings, ConfigurationProblem, readConfiguration } from './configuration/read.js';
export type { ModeratorSettings, Settings, SiteSettings } from './configuration/settings.js';
export { makeToken } from './moderation/moderators.js';
export { createService, type Service, type ServiceOptions } from './service.js';
export { StartProblem } from './storage/database.js';
