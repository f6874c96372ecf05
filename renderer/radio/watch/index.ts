export { RecordingsList } from './RecordingsList';
export { WatchKeeper } from './use-watch';
export { WatchPanel } from './WatchPanel';
