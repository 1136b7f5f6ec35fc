import { CustomsProfileCard } from './profile-card.js';

CustomsProfileCard.define();
