export { createLibrary, type Library, type LibraryDeps } from './create-library';
export type { FinishedUpload, MediaFile } from './doors';
export type { Need } from './ensure';
export { profilesInUse } from './profiles';
