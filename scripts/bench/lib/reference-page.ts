/** The bare reference of moving pictures: one plain `<video loop>` of one file, on a page of its own that does nothing else. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeVideo } from '../../../tests/e2e/lib/clips';
import type { Seen } from '../../../tests/e2e/lib/watch-picture';

/** As many frames as a clip's cells can number. */
const SECONDS = 40;

const PAGE = `<!doctype html>
<style>html, body { margin: 0; height: 100%; overflow: hidden; background: #000 } video { width: 100%; height: 100% }</style>
<video class="surface top" loop playsinline></video>
<script src="reference.js"></script>`;

/** From memory, so that neither the network nor the disk is in the way. */
const SCRIPT = `const video = document.querySelector('video');
fetch('reference.mp4').then((answer) => answer.blob()).then((blob) => {
  video.src = URL.createObjectURL(new Blob([blob], { type: 'video/mp4' }));
  return video.play();
});`;

/** Makes the page in a folder of its own; it is served as `/reference.html`. */
export async function makeReferencePage(dir: string, number: number): Promise<string> {
  const folder = join(dir, 'reference');
  await mkdir(folder);
  const { path } = await makeVideo(dir, { number, seconds: SECONDS });
  await Promise.all([
    copyFile(path, join(folder, 'reference.mp4')),
    writeFile(join(folder, 'reference.html'), PAGE),
    writeFile(join(folder, 'reference.js'), SCRIPT),
  ]);
  return folder;
}

/** The stretches between the seams of the loop, which is not what is compared. */
export function betweenSeams(seen: readonly Seen[]): Seen[][] {
  const stretches: Seen[][] = [[]];
  for (const [i, each] of seen.entries()) {
    if (each.frame < (seen[i - 1]?.frame ?? 0)) stretches.push([]);
    stretches.at(-1)?.push(each);
  }
  return stretches;
}
