/** The watch and the archive in the console's frame, as the radio page will hold them. */
import '../../../../renderer/operator/early';
import { startPage } from '../../../../renderer/operator/page';
import { RecordingsList, WatchPanel } from '../../../../renderer/radio/watch';

function Screen() {
  return (
    <main style={{ padding: 16 }}>
      <h1>Rekaman</h1>
      <WatchPanel />
      <RecordingsList />
    </main>
  );
}
await startPage({ rundowns: Screen });
