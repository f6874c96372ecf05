export { createJobs, type JobsDeps } from './createJobs';
export { jobHandlers } from './handlers';
export * from './types';
