import type { Agency, Agreement } from '../../../electron/contract/records/partner';

/** The form that is open: for an agency or for an agreement of one; without a record it makes one. */
export type Opened = { agency?: Agency } | { of: Agency; agreement?: Agreement };
