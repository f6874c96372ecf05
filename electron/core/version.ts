/** The version of this Suar, as in package.json. */
import { version } from '../../package.json';

export const VERSION: string = version;
