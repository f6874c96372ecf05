/** A still of one moment of a film, for a person to see what is meant. */
import { stat } from 'node:fs/promises';
import { type Command, fileUrl, guarded } from '../command';
import { ToolFailed } from '../faults';
import { demuxerOf, turned } from '../picture-recipes';
import { runFfmpeg } from '../run';
import type { Work } from '../types';
import type { StillOrder } from './orders';

/** As wide as a list shows it. */
const WIDTH = 640;

export function stillRecipe({ source, probe, atMs, target }: StillOrder): Command {
  const { video, kind } = probe;
  const demuxer = video && kind === 'image' ? demuxerOf(video) : null;
  const seek = kind === 'image' ? [] : ['-ss', (atMs / 1000).toFixed(3)];
  const turns = video ? turned(video, kind === 'image') : [];
  const chain = [...turns, `scale=min(${WIDTH}\\,iw):-2`, 'format=yuvj420p'].join(',');
  const upright = kind === 'image' ? ['-noautorotate'] : [];
  const options = ['-map', `0:${video?.index ?? 0}`, '-vf', chain, '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '4'];
  return {
    inputs: [guarded(source, demuxer, [...upright, ...seek])],
    options: [...options, '-f', 'mjpeg'],
    target: fileUrl(target),
  };
}

/** False where there is no picture at that moment. */
export async function makeStill(binary: string, order: StillOrder, work: Work): Promise<boolean> {
  try {
    await runFfmpeg({ binary, command: stillRecipe(order), work, totalMs: 0, gentle: true });
    return (await stat(order.target)).size > 0;
  } catch (fault) {
    const none = fault instanceof ToolFailed || (fault as NodeJS.ErrnoException).code === 'ENOENT';
    if (none) return false;
    throw fault;
  }
}
