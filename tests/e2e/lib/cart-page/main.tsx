/** The cart in the console's frame, as the radio page will hold it, and its engine in the hands of a test. */
import '../../../../renderer/operator/early';
import type { ReadyMaterial } from '../../../../electron/contract/api/cart';
import { startPage } from '../../../../renderer/operator/page';
import { CartPanel } from '../../../../renderer/radio/cart';
import { decodeSound, fetchSound } from '../../../../renderer/radio/cart/decode';
import { makeGraph, SAMPLE_RATE } from '../../../../renderer/radio/cart/graph';
import { lay } from '../../../../renderer/radio/cart/lay';
import { studio } from '../../../../renderer/radio/cart/studio';

/** The spots through the very graph of the broadcast, as interleaved 32-bit samples in base64. */
async function renderBreak(materials: ReadyMaterial[]): Promise<{ pcm: string; lengths: number[]; frames: number }> {
  const sounds = await Promise.all(materials.map(async (each) => decodeSound(await fetchSound(each.hash), each)));
  const frames = sounds.reduce((sum, { length }) => sum + length, 0);
  const context = new OfflineAudioContext(2, frames, SAMPLE_RATE);
  const graph = makeGraph(context);
  let joint = { next: 0 };
  for (const sound of sounds) joint = lay(graph, sound, joint).joint;
  const rendered = await context.startRendering();
  const [left, right] = [rendered.getChannelData(0), rendered.getChannelData(1)];
  const interleaved = new Float32Array(frames * 2);
  for (let at = 0; at < frames; at += 1) {
    interleaved[2 * at] = left[at] ?? 0;
    interleaved[2 * at + 1] = right[at] ?? 0;
  }
  return { pcm: base64(new Uint8Array(interleaved.buffer)), lengths: sounds.map(({ length }) => length), frames };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

declare global {
  interface Window {
    cartTest: { renderBreak: typeof renderBreak; studio: typeof studio };
  }
}
window.cartTest = { renderBreak, studio };

function Screen() {
  return (
    <main style={{ padding: 16 }}>
      <h1>Cart</h1>
      <CartPanel rundownId={new URLSearchParams(location.search).get('id') ?? ''} />
    </main>
  );
}
await startPage({ rundowns: Screen });
