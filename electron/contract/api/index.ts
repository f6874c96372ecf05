/** The API, contract first. Served at `/rpc` for our own pages and as OpenAPI at `/api` for other systems. */
import { authApi, usersApi } from './auth';
import { displaysApi, groupsApi, proofApi } from './displays';
import { jobsApi, libraryApi } from './library';
import { bookingsApi, playlistsApi, scheduleApi } from './schedule';
import { stationApi } from './station';
import { takeoversApi } from './takeovers';

export const api = {
  auth: authApi,
  users: usersApi,
  station: stationApi,
  library: libraryApi,
  jobs: jobsApi,
  playlists: playlistsApi,
  bookings: bookingsApi,
  schedule: scheduleApi,
  displays: displaysApi,
  groups: groupsApi,
  takeovers: takeoversApi,
  proof: proofApi,
};
export type Api = typeof api;
