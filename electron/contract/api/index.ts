/** The API, contract first. Served at `/rpc` for our own pages and as OpenAPI at `/api` for other systems. */
import { authApi, usersApi } from './auth';
import { calendarsApi } from './calendars';
import { displaysApi, groupsApi, proofApi } from './displays';
import { jobsApi, libraryApi } from './library';
import { bookingsApi, playlistsApi, scheduleApi } from './schedule';
import { stationApi } from './station';
import { templatesApi } from './templates';

export const api = {
  auth: authApi,
  users: usersApi,
  station: stationApi,
  library: libraryApi,
  jobs: jobsApi,
  playlists: playlistsApi,
  bookings: bookingsApi,
  templates: templatesApi,
  calendars: calendarsApi,
  schedule: scheduleApi,
  displays: displaysApi,
  groups: groupsApi,
  proof: proofApi,
};
export type Api = typeof api;
