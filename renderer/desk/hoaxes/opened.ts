import type { HoaxCase } from '../../../electron/contract/records/hoax-case';

/** The form that is open; a report without a case notes a new one. */
export type Opened =
  | { form: 'report'; one: HoaxCase | null }
  | { form: 'clarify' | 'publish' | 'close'; one: HoaxCase };
