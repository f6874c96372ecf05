/** The API, contract first. Served at `/rpc` for our own pages and as OpenAPI at `/api` for other systems. */
import { authApi, usersApi } from './auth';
import { displaysApi, groupsApi, proofApi } from './displays';
import { jobsApi, libraryApi } from './library';
import { planningApi } from './planning';
import { bookingsApi, playlistsApi, scheduleApi } from './schedule';
import { stationApi } from './station';

export const api = {
  auth: authApi,
  users: usersApi,
  station: stationApi,
  library: libraryApi,
  jobs: jobsApi,
  playlists: playlistsApi,
  bookings: bookingsApi,
  schedule: scheduleApi,
  planning: planningApi,
  displays: displaysApi,
  groups: groupsApi,
  proof: proofApi,
};
export type Api = typeof api;
