export type { DayAccount } from './day-accounts';
export { type DirectoryLock, DirectoryRefused, type Holder, lockDirectory } from './lock';
export { madeAnew } from './made-anew';
export { openStore, type StoreOptions } from './store';
export { createTopic, type Topic } from './topic';
export type * from './types';
export { NewerVersion } from './upgrades';
