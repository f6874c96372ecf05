/** The element that decodes a clip; nobody sees it, its pictures are drawn. */
import { useCallback, useRef } from 'react';
import type { Clip } from '../clip';
import type { Picture } from '../engine/Painter';

interface MediaProps {
  clip: Clip;
  attach: (media: HTMLMediaElement | null) => void;
  onPicture: (picture: Picture | null) => void;
  onLoaded: () => void;
  onMedia?: ((media: HTMLMediaElement | null) => void) | undefined;
  muted?: boolean;
}

export function Media({ clip, attach, onPicture, onLoaded, onMedia, muted = false }: MediaProps) {
  const { kind, src } = clip;
  const held = useRef({ attach, onPicture, onMedia });
  held.current = { attach, onPicture, onMedia };
  const take = useCallback((element: HTMLVideoElement | HTMLAudioElement | HTMLImageElement | null) => {
    const now = held.current;
    now.onPicture(element instanceof HTMLAudioElement ? null : element);
    if (element instanceof HTMLImageElement) return;
    now.attach(element);
    now.onMedia?.(element);
  }, []);
  if (kind === 'image') return <img key={src} ref={take} src={src} alt="" onLoad={onLoaded} />;
  if (kind === 'audio') return <audio key={src} ref={take} src={src} preload="auto" muted={muted} />;
  return (
    <video
      key={src}
      ref={take}
      src={src}
      preload="auto"
      muted={muted}
      playsInline
      disablePictureInPicture
      tabIndex={-1}
    />
  );
}
