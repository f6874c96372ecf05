/** One of the two layers of a preview: holds a shot ready while hidden, runs it while shown, says when it is over. */
import { type CSSProperties, useEffect, useRef } from 'react';
import { useLatest } from '../../../shared/use-latest';
import type { Shot } from './sequence';

interface LayerProps {
  shot: Shot;
  shown: boolean;
  playing: boolean;
  fit: CSSProperties['objectFit'];
  onTime: (ms: number) => void;
  onOver: () => void;
}

export function Layer(props: LayerProps) {
  return props.shot.kind === 'image' ? <StillLayer {...props} /> : <VideoLayer {...props} />;
}

const layerStyle = (shown: boolean, fit: CSSProperties['objectFit']): CSSProperties => ({
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  objectFit: fit,
  opacity: shown ? 1 : 0,
});

function VideoLayer({ shot, shown, playing, fit, onTime, onOver }: LayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const tell = useLatest({ onTime, onOver });
  useEffect(() => {
    if (video.current) video.current.currentTime = shot.inMs / 1000;
  }, [shot]);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    if (!shown || !playing) return element.pause();
    let frame = 0;
    const watch = () => {
      const ms = element.currentTime * 1000 - shot.inMs;
      tell.current.onTime(ms);
      if (ms >= shot.lengthMs - 20 || element.ended) tell.current.onOver();
      else frame = requestAnimationFrame(watch);
    };
    // A clip that the browser cannot play is passed over rather than left standing.
    element.play().catch((fault: unknown) => {
      if (!(fault instanceof DOMException && fault.name === 'AbortError')) tell.current.onOver();
    });
    frame = requestAnimationFrame(watch);
    return () => {
      cancelAnimationFrame(frame);
      element.pause();
    };
  }, [shot, shown, playing, tell]);
  return (
    // biome-ignore lint/a11y/useMediaCaption: public service clips carry their captions in the picture
    <video ref={video} src={shot.src} preload="auto" playsInline aria-hidden={!shown} style={layerStyle(shown, fit)} />
  );
}

/** Mounted anew for every shot, so that it begins at its start. */
function StillLayer({ shot, shown, playing, fit, onTime, onOver }: LayerProps) {
  const passed = useRef(0);
  const tell = useLatest({ onTime, onOver });
  useEffect(() => {
    if (!shown || !playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      passed.current += now - last;
      last = now;
      tell.current.onTime(passed.current);
      if (passed.current >= shot.lengthMs) tell.current.onOver();
    }, 40);
    return () => clearInterval(timer);
  }, [shot, shown, playing, tell]);
  return <img src={shot.src} alt="" style={layerStyle(shown, fit)} />;
}
