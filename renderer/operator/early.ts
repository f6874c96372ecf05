/**
 * Runs before all other code of the console (a script of its own, see vite.config.ts): the station answers who is signed in,
 * and sends the sentences, while the rest is still being compiled and run.
 */
import { askEarly } from '../client/early-answers';
import { fetchSentences, type Sentences, storedLanguage } from './i18n/files';

askEarly('auth/status');
export const firstLanguage = storedLanguage() ?? 'id';
/** Null when the station could not be reached. */
export const firstSentences: Promise<Sentences | null> = fetchSentences(firstLanguage).catch(() => null);
