/* The script file for the profile alone. */
import { CustomsProfileCard } from '../elements/profile-card/profile-card.js';
import { start } from './start.js';

start([CustomsProfileCard]);
