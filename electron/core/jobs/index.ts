export { createJobs, type JobsDeps } from './create-jobs';
export { jobHandlers } from './handlers';
export * from './types';
