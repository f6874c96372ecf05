export { createTopic, type Topic } from './topic';
export type * from './types';
