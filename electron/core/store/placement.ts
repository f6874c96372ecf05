/** Which record lives in which document. One document per aggregate, small enough to be rewritten whole. */
import type { RecordName } from '../../contract/records';

export const ROW_RECORDS = [
  'asset',
  'job',
  'session',
  'storedTimeline',
  'plannedDay',
  'takeoverReceipt',
  'versionContent',
  'rundownItem',
  'rundownComment',
  'script',
  'call',
  'attachment',
  'step',
  'recording',
  'watchAlarm',
  'episode',
  'previewComment',
  'previewCaptions',
  'previewLink',
  'qualityReport',
  'ruleVersion',
  'recallReceipt',
] as const satisfies RecordName[];
export type RowRecord = (typeof ROW_RECORDS)[number];
export type DocumentRecord = Exclude<RecordName, RowRecord>;

/**
 * The last character of a ULID is random, so it spreads records evenly over 32 documents: a thousand displays stay
 * far under 1 MB a file, and one edit rewrites a thirtieth of them.
 */
const shard = (id: string): string => id.slice(-1);

const PLACES: { readonly [N in DocumentRecord]: { prefix: string; suffix: ((id: string) => string) | null } } = {
  playlist: { prefix: 'playlist', suffix: (id) => id },
  booking: { prefix: 'booking', suffix: shard },
  display: { prefix: 'display', suffix: shard },
  displayGroup: { prefix: 'groups', suffix: null },
  calendarFeed: { prefix: 'feeds', suffix: null },
  template: { prefix: 'template', suffix: (id) => id },
  loopPolicy: { prefix: 'policies', suffix: null },
  agency: { prefix: 'agencies', suffix: null },
  agreement: { prefix: 'agreements', suffix: null },
  paper: { prefix: 'papers', suffix: shard },
  submission: { prefix: 'submissions', suffix: shard },
  uploadLink: { prefix: 'links', suffix: shard },
  intakeRules: { prefix: 'intake', suffix: null },
  takeover: { prefix: 'takeovers', suffix: null },
  waiver: { prefix: 'waivers', suffix: null },
  scheduleDraft: { prefix: 'drafts', suffix: null },
  draftEdit: { prefix: 'edits', suffix: shard },
  scheduleVersion: { prefix: 'versions', suffix: null },
  programme: { prefix: 'programme', suffix: (id) => id },
  presenter: { prefix: 'presenters', suffix: null },
  guest: { prefix: 'guests', suffix: shard },
  rundown: { prefix: 'rundown', suffix: shard },
  show: { prefix: 'show', suffix: shard },
  card: { prefix: 'card', suffix: shard },
  cardFeed: { prefix: 'cardfeed', suffix: (id) => id },
  cardFeedState: { prefix: 'feedstate', suffix: (id) => id },
  hoaxCase: { prefix: 'hoax', suffix: shard },
  rule: { prefix: 'rules', suffix: null },
  stageCalendar: { prefix: 'stages', suffix: null },
  lockLift: { prefix: 'lifts', suffix: null },
  lockChange: { prefix: 'lockchanges', suffix: null },
  exemption: { prefix: 'exemptions', suffix: shard },
  rulebookState: { prefix: 'rulebook', suffix: null },
  informationRequest: { prefix: 'requests', suffix: shard },
  contest: { prefix: 'contests', suffix: null },
  contestEntry: { prefix: 'entries', suffix: shard },
  recall: { prefix: 'recalls', suffix: shard },
  settings: { prefix: 'settings', suffix: null },
  user: { prefix: 'users', suffix: null },
};
export const DOCUMENT_RECORDS = Object.keys(PLACES) as DocumentRecord[];

/** Name of the document a record lives in, such as `playlist-01J...` or `users`; its file adds `.json`. */
export function documentOf(record: DocumentRecord, id: string): string {
  const { prefix, suffix } = PLACES[record];
  return suffix ? `${prefix}-${suffix(id)}` : prefix;
}

/** The kind of record a document holds; undefined for a name that is none of ours. */
export function recordOf(document: string): DocumentRecord | undefined {
  const [prefix, suffix] = document.split('-', 2);
  const record = DOCUMENT_RECORDS.find((name) => PLACES[name].prefix === prefix);
  return record && (PLACES[record].suffix !== null) === (suffix !== undefined) ? record : undefined;
}

export function isRow(record: RecordName): record is RowRecord {
  return (ROW_RECORDS as readonly string[]).includes(record);
}
