export { createLibrary, type Library, type LibraryDeps } from './create-library';
export type { Need } from './ensure';
export { profilesInUse } from './profiles';
