/** Which queries a changed record makes stale. A new kind of record is a new line here. */
import type { RecordName } from '../../electron/contract/records';
import { orpc } from './client';

type Keys = () => readonly (readonly unknown[])[];

/** All that is compiled, or put into breaks. */
const plans: Keys = () => [
  orpc.schedule.key(),
  orpc.planning.key(),
  orpc.planner.key(),
  orpc.drafts.compare.key(),
  orpc.spots.key(),
];

/** Where takeovers have arrived. */
const arrivals: Keys = () => [orpc.takeovers.get.key(), orpc.takeovers.counts.key(), orpc.cues.key()];

const STALE: Record<RecordName, Keys> = {
  asset: () => [
    orpc.library.key(),
    orpc.submissions.key(),
    orpc.playlists.key(),
    orpc.cart.material.key(),
    orpc.cards.key(),
    orpc.waiting.key(),
    orpc.hoaxes.places.key(),
    orpc.episodes.key(),
    orpc.previews.links.key(),
    ...plans(),
  ],
  job: () => [orpc.jobs.key()],
  playlist: () => [orpc.playlists.key(), orpc.library.usage.key(), orpc.hoaxes.places.key(), ...plans()],
  booking: () => [
    orpc.bookings.key(),
    orpc.submissions.key(),
    orpc.drafts.key(),
    orpc.library.usage.key(),
    orpc.makeGoods.key(),
    orpc.hoaxes.places.key(),
    ...plans(),
  ],
  display: () => [orpc.displays.list.key(), orpc.submissions.get.key(), ...arrivals(), ...plans()],
  displayGroup: () => [orpc.groups.key(), ...arrivals(), ...plans()],
  storedTimeline: () => [orpc.schedule.key()],
  loopPolicy: () => [orpc.policies.key(), ...plans()],
  agency: () => [orpc.agencies.key(), orpc.planner.owners.key()],
  agreement: () => [orpc.agreements.key(), ...plans()],
  paper: () => [orpc.agencies.key(), orpc.agreements.key(), orpc.submissions.key()],
  submission: () => [orpc.submissions.key(), orpc.waiting.key()],
  uploadLink: () => [orpc.submissions.key()],
  intakeRules: () => [orpc.submissions.key(), orpc.waiting.key()],
  plannedDay: () => [orpc.makeGoods.key()],
  waiver: () => [orpc.makeGoods.key()],
  calendarFeed: () => [orpc.calendars.key()],
  template: () => [orpc.templates.key()],
  takeover: () => [orpc.takeovers.key(), orpc.cues.key(), orpc.library.usage.key()],
  takeoverReceipt: arrivals,
  programme: () => [orpc.programmes.key(), orpc.cart.material.key()],
  presenter: () => [orpc.presenters.key()],
  guest: () => [orpc.guests.key(), orpc.episodes.key()],
  rundown: () => [orpc.rundowns.list.key(), orpc.cart.material.key(), orpc.spots.key(), orpc.hoaxes.places.key()],
  rundownItem: () => [
    orpc.rundowns.list.key(),
    orpc.cues.key(),
    orpc.cart.material.key(),
    orpc.spots.key(),
    orpc.hoaxes.places.key(),
  ],
  // Who has a rundown open follows it on a feed of its own.
  rundownComment: () => [],
  script: () => [],
  call: () => [],
  attachment: () => [orpc.attachments.key()],
  show: () => [orpc.shows.key(), orpc.rundowns.list.key(), orpc.spots.key(), orpc.hoaxes.places.key()],
  step: () => [orpc.shows.of.key(), orpc.spots.key()],
  recording: () => [orpc.recordings.key()],
  watchAlarm: () => [orpc.watch.key()],
  episode: () => [orpc.episodes.key()],
  previewComment: () => [orpc.previews.comments.key()],
  previewCaptions: () => [orpc.previews.captions.key(), orpc.previews.cues.key(), orpc.quality.of.key()],
  previewLink: () => [orpc.previews.links.key()],
  card: () => [orpc.cards.key(), orpc.waiting.key()],
  cardFeed: () => [orpc.cardFeeds.key()],
  cardFeedState: () => [orpc.cardFeeds.key()],
  hoaxCase: () => [orpc.hoaxes.key(), orpc.waiting.key()],
  qualityReport: () => [orpc.quality.key()],
  rule: () => [orpc.rules.key(), orpc.cart.material.key(), orpc.episodes.key(), ...plans()],
  ruleVersion: () => [orpc.rules.versions.key()],
  stageCalendar: () => [orpc.stages.key(), orpc.rules.key(), orpc.cart.material.key(), ...plans()],
  lockLift: () => [orpc.lifts.key(), orpc.rules.key(), orpc.cart.material.key(), orpc.episodes.key(), ...plans()],
  lockChange: () => [orpc.lockChanges.key()],
  exemption: () => [orpc.library.exemption.key()],
  rulebookState: () => [],
  informationRequest: () => [orpc.requests.key(), orpc.waiting.key()],
  contest: () => [orpc.contests.key(), orpc.waiting.key()],
  contestEntry: () => [orpc.contests.key(), orpc.waiting.key()],
  recall: () => [orpc.recalls.key(), orpc.library.key(), orpc.cart.material.key()],
  recallReceipt: () => [orpc.recalls.list.key(), orpc.recalls.get.key()],
  settings: () => [
    orpc.station.settings.key(),
    orpc.station.info.key(),
    orpc.schedule.key(),
    orpc.planning.key(),
    orpc.planner.key(),
    orpc.cart.material.key(),
    orpc.auth.status.key(),
    orpc.spots.key(),
    orpc.rules.key(),
    orpc.requests.key(),
    orpc.waiting.key(),
    orpc.hoaxes.measures.key(),
    orpc.quality.key(),
  ],
  // Whether one is a second person goes by the history of accounts.
  user: () => [orpc.users.key(), orpc.auth.status.key(), orpc.contests.key(), orpc.lifts.key(), orpc.lockChanges.key()],
  session: () => [],
  scheduleDraft: () => [orpc.drafts.key()],
  draftEdit: () => [orpc.drafts.key(), ...plans()],
  scheduleVersion: () => [orpc.versions.key()],
  versionContent: () => [],
};

export function queriesOf(record: string): readonly (readonly unknown[])[] {
  return Object.hasOwn(STALE, record) ? STALE[record as RecordName]() : [];
}
