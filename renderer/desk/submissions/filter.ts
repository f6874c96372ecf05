/** What the inbox is narrowed to. */
export interface SubmissionFilter {
  search: string;
  agencyId?: string;
}
