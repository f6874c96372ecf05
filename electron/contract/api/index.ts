/** The API, contract first. Served at `/rpc` for our own pages and as OpenAPI at `/api` for other systems. */
import { authApi, usersApi } from './auth';
import { displaysApi, groupsApi, proofApi } from './displays';
import { jobsApi, libraryApi } from './library';
import { plannerApi } from './planner';
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
  planner: plannerApi,
  displays: displaysApi,
  groups: groupsApi,
  proof: proofApi,
};
export type Api = typeof api;
