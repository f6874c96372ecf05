import { SubmissionFields } from '../../../electron/contract/records/submission';

/** Nothing is said yet. The title is asked for before anything is sent. */
export const FRESH_FIELDS: SubmissionFields = { ...SubmissionFields.parse({ title: '-' }), title: '' };
