/** Every kind of record, by name. Stores, audit and change events speak of records through this table. */
import type { RecordType } from '../record-type';
import { type Asset, assetRecord } from './asset';
import { type Attachment, attachmentRecord } from './attachment';
import { type Booking, bookingRecord } from './booking';
import { type CalendarFeed, calendarFeedRecord } from './calendar-feed';
import { type Card, cardRecord } from './card';
import { type CardFeed, type CardFeedState, cardFeedRecord, cardFeedStateRecord } from './card-feed';
import { type Contest, type ContestEntry, contestEntryRecord, contestRecord } from './contest';
import { type Display, type DisplayGroup, displayGroupRecord, displayRecord } from './display';
import { type Episode, episodeRecord } from './episode';
import { type Exemption, exemptionRecord } from './exemption';
import { type Guest, guestRecord } from './guest';
import { type HoaxCase, hoaxCaseRecord } from './hoax-case';
import { type InformationRequest, informationRequestRecord } from './information-request';
import { type IntakeRules, intakeRulesRecord } from './intake-rules';
import { type Job, jobRecord } from './job';
import { type LockChange, lockChangeRecord } from './lock-change';
import { type LoopPolicy, loopPolicyRecord } from './loop-policy';
import { type Paper, paperRecord } from './paper';
import { type Agency, type Agreement, agencyRecord, agreementRecord } from './partner';
import { type PlannedDay, plannedDayRecord } from './planned-day';
import { type Playlist, playlistRecord } from './playlist';
import {
  type PreviewCaptions,
  type PreviewComment,
  type PreviewLink,
  previewCaptionsRecord,
  previewCommentRecord,
  previewLinkRecord,
} from './preview';
import { type Presenter, type Programme, presenterRecord, programmeRecord } from './programme';
import { type QualityReport, qualityReportRecord } from './quality';
import { type Recall, type RecallReceipt, recallReceiptRecord, recallRecord } from './recall';
import { type Recording, recordingRecord, type WatchAlarm, watchAlarmRecord } from './recording';
import {
  type LockLift,
  lockLiftRecord,
  type Rule,
  type RuleVersion,
  ruleRecord,
  ruleVersionRecord,
  type StageCalendar,
  stageCalendarRecord,
} from './rule';
import { type RulebookState, rulebookStateRecord } from './rulebook';
import {
  type Call,
  callRecord,
  type Rundown,
  type RundownComment,
  rundownCommentRecord,
  rundownRecord,
} from './rundown';
import { type RundownItem, rundownItemRecord } from './rundown-item';
import { type DraftEdit, draftEditRecord, type ScheduleDraft, scheduleDraftRecord } from './schedule-draft';
import {
  type ScheduleVersion,
  scheduleVersionRecord,
  type VersionContent,
  versionContentRecord,
} from './schedule-version';
import { type Script, scriptRecord } from './script';
import { type Settings, settingsRecord } from './settings';
import { type Show, type Step, showRecord, stepRecord } from './show';
import { type Submission, submissionRecord, type UploadLink, uploadLinkRecord } from './submission';
import { type Takeover, type TakeoverReceipt, takeoverReceiptRecord, takeoverRecord } from './takeover';
import { type Template, templateRecord } from './template';
import { type StoredTimeline, storedTimelineRecord } from './timeline';
import { type Session, sessionRecord, type User, userRecord } from './user';
import { type Waiver, waiverRecord } from './waiver';

export interface Records {
  asset: Asset;
  job: Job;
  playlist: Playlist;
  booking: Booking;
  display: Display;
  displayGroup: DisplayGroup;
  calendarFeed: CalendarFeed;
  template: Template;
  loopPolicy: LoopPolicy;
  agency: Agency;
  agreement: Agreement;
  paper: Paper;
  submission: Submission;
  uploadLink: UploadLink;
  intakeRules: IntakeRules;
  takeover: Takeover;
  takeoverReceipt: TakeoverReceipt;
  storedTimeline: StoredTimeline;
  plannedDay: PlannedDay;
  waiver: Waiver;
  scheduleDraft: ScheduleDraft;
  draftEdit: DraftEdit;
  scheduleVersion: ScheduleVersion;
  versionContent: VersionContent;
  programme: Programme;
  presenter: Presenter;
  guest: Guest;
  rundown: Rundown;
  rundownItem: RundownItem;
  rundownComment: RundownComment;
  script: Script;
  call: Call;
  attachment: Attachment;
  show: Show;
  step: Step;
  recording: Recording;
  watchAlarm: WatchAlarm;
  episode: Episode;
  previewComment: PreviewComment;
  previewCaptions: PreviewCaptions;
  previewLink: PreviewLink;
  card: Card;
  cardFeed: CardFeed;
  cardFeedState: CardFeedState;
  hoaxCase: HoaxCase;
  qualityReport: QualityReport;
  rule: Rule;
  ruleVersion: RuleVersion;
  stageCalendar: StageCalendar;
  lockLift: LockLift;
  lockChange: LockChange;
  exemption: Exemption;
  rulebookState: RulebookState;
  informationRequest: InformationRequest;
  contest: Contest;
  contestEntry: ContestEntry;
  recall: Recall;
  recallReceipt: RecallReceipt;
  settings: Settings;
  user: User;
  session: Session;
}
export type RecordName = keyof Records;

export const recordTypes: { readonly [N in RecordName]: RecordType<Records[N]> } = {
  asset: assetRecord,
  job: jobRecord,
  playlist: playlistRecord,
  booking: bookingRecord,
  display: displayRecord,
  displayGroup: displayGroupRecord,
  calendarFeed: calendarFeedRecord,
  template: templateRecord,
  loopPolicy: loopPolicyRecord,
  agency: agencyRecord,
  agreement: agreementRecord,
  paper: paperRecord,
  submission: submissionRecord,
  uploadLink: uploadLinkRecord,
  intakeRules: intakeRulesRecord,
  takeover: takeoverRecord,
  takeoverReceipt: takeoverReceiptRecord,
  storedTimeline: storedTimelineRecord,
  plannedDay: plannedDayRecord,
  waiver: waiverRecord,
  scheduleDraft: scheduleDraftRecord,
  draftEdit: draftEditRecord,
  scheduleVersion: scheduleVersionRecord,
  versionContent: versionContentRecord,
  programme: programmeRecord,
  presenter: presenterRecord,
  guest: guestRecord,
  rundown: rundownRecord,
  rundownItem: rundownItemRecord,
  rundownComment: rundownCommentRecord,
  script: scriptRecord,
  call: callRecord,
  attachment: attachmentRecord,
  show: showRecord,
  step: stepRecord,
  recording: recordingRecord,
  watchAlarm: watchAlarmRecord,
  episode: episodeRecord,
  previewComment: previewCommentRecord,
  previewCaptions: previewCaptionsRecord,
  previewLink: previewLinkRecord,
  card: cardRecord,
  cardFeed: cardFeedRecord,
  cardFeedState: cardFeedStateRecord,
  hoaxCase: hoaxCaseRecord,
  qualityReport: qualityReportRecord,
  rule: ruleRecord,
  ruleVersion: ruleVersionRecord,
  stageCalendar: stageCalendarRecord,
  lockLift: lockLiftRecord,
  lockChange: lockChangeRecord,
  exemption: exemptionRecord,
  rulebookState: rulebookStateRecord,
  informationRequest: informationRequestRecord,
  contest: contestRecord,
  contestEntry: contestEntryRecord,
  recall: recallRecord,
  recallReceipt: recallReceiptRecord,
  settings: settingsRecord,
  user: userRecord,
  session: sessionRecord,
};
