/** Filmstrip and waveform under one playhead. Hovering scrubs while the clip stands; a click or a drag stays. */
import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { timecodeText } from '../../../../ui';
import { FilmStrip } from '../../../shared/player/FilmStrip';
import { Waveform } from '../../../shared/player/Waveform';
import { setIn, setOut, type Trim } from '../../playlists/trim';
import css from './ClipPlayer.module.css';
import type { ClipView } from './clip';
import type { Transport } from './Transport';
import { TrimHandle } from './TrimHandle';

interface ScrubBarProps {
  clip: ClipView;
  transport: Transport;
  trim?: Trim;
  onTrim?: (trim: Trim) => void;
}

export function ScrubBar({ clip, transport, trim, onTrim }: ScrubBarProps) {
  const { t } = useTranslation('library');
  const bar = usePlayhead(transport, clip);
  const scrub = useScrub(transport, clip.durationMs);
  const share = (ms: number) => `${(ms / Math.max(clip.durationMs, 1)) * 100}%`;
  return (
    <div className={css.bar} data-tall={clip.strip && clip.waveform ? true : undefined}>
      <div
        ref={bar}
        className={css.track}
        role="slider"
        tabIndex={0}
        aria-label={t('player.position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(clip.durationMs)}
        aria-valuenow={0}
        {...scrub}
      >
        {clip.strip && <FilmStrip strip={clip.strip} />}
        {clip.waveform && <Waveform peaks={clip.waveform} />}
        {trim && <div className={css.outside} style={{ left: 0, width: share(trim.inMs) }} />}
        {trim && <div className={css.outside} style={{ left: share(trim.outMs), right: 0 }} />}
        <div className={css.playhead} />
      </div>
      {trim && onTrim && (
        <>
          <TrimHandle
            edge="in"
            trim={trim}
            onMove={(ms) => onTrim(setIn(trim, ms))}
            onSeek={(ms) => transport.seek(ms)}
          />
          <TrimHandle
            edge="out"
            trim={trim}
            onMove={(ms) => onTrim(setOut(trim, ms))}
            onSeek={(ms) => transport.seek(ms)}
          />
        </>
      )}
    </div>
  );
}

/** Moves the playhead without rendering: a frame of video must not cost a render of the screen. */
function usePlayhead(transport: Transport, clip: ClipView) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = () => {
      const element = bar.current;
      if (element === null) return;
      const at = transport.atMs();
      element.style.setProperty('--at', String(at / Math.max(clip.durationMs, 1)));
      element.setAttribute('aria-valuenow', String(Math.round(at)));
      element.setAttribute('aria-valuetext', timecodeText(at, clip.frameRate));
    };
    draw();
    return transport.subscribe(draw);
  }, [transport, clip.durationMs, clip.frameRate]);
  return bar;
}

function useScrub(transport: Transport, durationMs: number) {
  const home = useRef<number | null>(null);
  const msAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) * durationMs;
  };
  return {
    onPointerMove(event: PointerEvent) {
      const held = event.buttons === 1;
      if (transport.speed() !== 0 && !held) return;
      home.current ??= transport.atMs();
      transport.seek(msAt(event));
      if (held) home.current = msAt(event);
    },
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
      home.current = msAt(event);
      transport.seek(msAt(event));
    },
    onPointerLeave() {
      if (home.current !== null && transport.speed() === 0) transport.seek(home.current);
      home.current = null;
    },
  };
}
