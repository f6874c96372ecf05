/**
 * What stands on the panel at a moment. Up to 10x it is the rendition that the display itself plays, at that rate. Faster,
 * Chromium plays no video (16x is its most, and each seek waits for a key frame), and an item of 30 s is on for less than a
 * second: its thumbnail says as much, and is there at once.
 */
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { isProbed } from '../../../../../electron/contract/records/asset';
import type { Fit } from '../../../../../electron/contract/records/display';
import type { Clip } from '../../../../../electron/contract/records/timeline';
import { orpc } from '../../../../client/client';
import { fileMs, type Item } from './item';
import css from './Preview.module.css';
import type { Moment } from './playback';

export const FASTEST_VIDEO = 10;

interface PictureProps {
  item: Item;
  moment: Moment;
  fit: Fit;
}

/** As the display page lays its pictures. */
const FITS: Record<Fit, CSSProperties['objectFit']> = {
  contain: 'contain',
  cover: 'cover',
  stretch: 'fill',
  crop: 'none',
};

type VideoClip = Extract<Clip, { kind: 'video' }>;

export function Picture({ item, moment, fit }: PictureProps) {
  const { clip } = item;
  if (clip.kind === 'slate') return null;
  const objectFit = FITS[fit];
  if (clip.kind === 'image') {
    return <img key={clip.hash} className={css.picture} src={`/media/${clip.hash}`} alt="" style={{ objectFit }} />;
  }
  return (
    <>
      <Still {...{ clip, objectFit }} />
      {moment.speed <= FASTEST_VIDEO && <Film key={clip.hash} {...{ clip, item, moment, objectFit }} />}
    </>
  );
}

interface FilmProps {
  clip: VideoClip;
  objectFit: CSSProperties['objectFit'];
}

function Still({ clip, objectFit }: FilmProps) {
  const asset = useQuery(orpc.library.get.queryOptions({ input: { id: clip.assetId } })).data;
  const thumbnail = asset && isProbed(asset) ? asset.pictures.thumbnail : null;
  // Pixel for pixel a thumbnail, which is smaller than its film, would not do.
  const fit = objectFit === 'none' ? 'cover' : objectFit;
  return thumbnail && <img className={css.picture} src={`/media/${thumbnail}`} alt="" style={{ objectFit: fit }} />;
}

/** A film this far from where it should be is put right, in ms of the film at 1x. */
const OFF_MS = 250;

/** Silent: a room full of planners, and sound at 10x tells nobody anything. */
function Film({ clip, item, moment, objectFit }: FilmProps & Pick<PictureProps, 'item' | 'moment'>) {
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const { speed, playing, at } = moment;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.playbackRate = speed;
    // A film that the browser cannot play leaves its still.
    if (playing) element.play().catch(() => {});
    else element.pause();
  }, [speed, playing]);
  useEffect(() => {
    const element = video.current;
    if (!element || element.seeking) return;
    const wanted = fileMs(item, at);
    const off = Math.abs(element.currentTime * 1000 - wanted);
    if (off > (playing ? OFF_MS * speed : 1)) element.currentTime = wanted / 1000;
    if (playing && element.paused && !element.ended) element.play().catch(() => {});
  }, [item, at, playing, speed]);
  return (
    <video
      ref={video}
      className={css.picture}
      src={`/media/${clip.hash}`}
      muted
      playsInline
      preload="auto"
      disablePictureInPicture
      style={{ objectFit, opacity: ready ? 1 : 0 }}
      onLoadedData={() => setReady(true)}
      onSeeked={() => setReady(true)}
      onPlaying={() => setReady(true)}
    />
  );
}
