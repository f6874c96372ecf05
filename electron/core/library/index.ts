export { createLibrary, type Library, type LibraryDeps } from './createLibrary';
export type { FinishedUpload, MediaFile } from './doors';
export type { Need } from './ensure';
export { profilesInUse } from './profiles';
