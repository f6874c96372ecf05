/** The API, contract first. Served at `/rpc` for our own pages and as OpenAPI at `/api` for other systems. */
import { attachmentsApi } from './attachments';
import { authApi, usersApi } from './auth';
import { calendarsApi } from './calendars';
import { cardFeedsApi, cardsApi } from './cards';
import { cartApi } from './cart';
import { contestsApi } from './contests';
import { cuesApi } from './cues';
import { displaysApi, groupsApi, proofApi } from './displays';
import { draftsApi, versionsApi } from './drafts';
import { episodesApi } from './episodes';
import { hoaxesApi } from './hoaxes';
import { jobsApi, libraryApi } from './library';
import { lockChangesApi } from './lock-changes';
import { makeGoodsApi } from './make-goods';
import { agenciesApi, agreementsApi } from './partners';
import { plannerApi } from './planner';
import { planningApi } from './planning';
import { policiesApi } from './policies';
import { previewsApi } from './previews';
import { guestsApi, presentersApi, programmesApi } from './programmes';
import { qualityApi } from './quality';
import { recallsApi } from './recalls';
import { recordingsApi, watchApi } from './recordings';
import { requestsApi } from './requests';
import { liftsApi, rulesApi, stagesApi } from './rules';
import { rundownsApi } from './rundowns';
import { bookingsApi, playlistsApi, scheduleApi } from './schedule';
import { showsApi } from './shows';
import { spotsApi } from './spots';
import { stationApi } from './station';
import { handInApi, portalApi, submissionsApi } from './submissions';
import { takeoversApi } from './takeovers';
import { templatesApi } from './templates';
import { waitingApi } from './waiting';

export const api = {
  auth: authApi,
  users: usersApi,
  station: stationApi,
  library: libraryApi,
  jobs: jobsApi,
  playlists: playlistsApi,
  bookings: bookingsApi,
  policies: policiesApi,
  agencies: agenciesApi,
  agreements: agreementsApi,
  submissions: submissionsApi,
  portal: portalApi,
  handIn: handInApi,
  templates: templatesApi,
  calendars: calendarsApi,
  schedule: scheduleApi,
  planning: planningApi,
  planner: plannerApi,
  drafts: draftsApi,
  versions: versionsApi,
  displays: displaysApi,
  groups: groupsApi,
  takeovers: takeoversApi,
  programmes: programmesApi,
  presenters: presentersApi,
  guests: guestsApi,
  rundowns: rundownsApi,
  attachments: attachmentsApi,
  shows: showsApi,
  cart: cartApi,
  cues: cuesApi,
  spots: spotsApi,
  recordings: recordingsApi,
  watch: watchApi,
  episodes: episodesApi,
  previews: previewsApi,
  cards: cardsApi,
  cardFeeds: cardFeedsApi,
  hoaxes: hoaxesApi,
  quality: qualityApi,
  proof: proofApi,
  makeGoods: makeGoodsApi,
  recalls: recallsApi,
  rules: rulesApi,
  stages: stagesApi,
  lifts: liftsApi,
  lockChanges: lockChangesApi,
  requests: requestsApi,
  contests: contestsApi,
  waiting: waitingApi,
};
export type Api = typeof api;
