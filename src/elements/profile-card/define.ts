import { CustomsProfileCard } from './profile-card.js';

CustomsProfileCard.define();

// With it come the types of the tag and of its events.
export type { CustomsProfileCard } from './profile-card.js';
