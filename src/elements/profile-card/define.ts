import { CustomsProfileCard } from './profile-card.js';

CustomsProfileCard.define();

// Exports the types of the tag and of its events.
export type { CustomsProfileCard } from './profile-card.js';
