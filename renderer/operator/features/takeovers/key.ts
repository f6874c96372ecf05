/** Opens the sheet from every screen, also while a person types: no browser and no screen of ours uses it. */
export const TAKEOVER_KEY = 'F9';
