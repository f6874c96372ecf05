/**
 * Plays one clip in its proportions with the keys of an edit suite: J K L, space, arrows by frame, Home and End;
 * with a trim also I and O. The picture, its filmstrip and its waveform share one playhead.
 */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { framesOf } from '../../../../../electron/domain/preview/shuttle';
import { setIn, setOut, stepFrames, type Trim } from '../../playlists/trim';
import css from './ClipPlayer.module.css';
import type { ClipView } from './clip';
import { PlayerControls } from './PlayerControls';
import { ScrubBar } from './ScrubBar';
import { Stage } from './Stage';
import { Transport } from './Transport';

interface ClipPlayerProps {
  clip: ClipView;
  name: string;
  /** Given, the player marks and loops it, and calls back when I, O or a handle moves it. */
  trim?: Trim;
  onTrim?: (trim: Trim) => void;
  autoFocus?: boolean;
}

export function ClipPlayer({ clip, name, trim, onTrim, autoFocus = false }: ClipPlayerProps) {
  const { t } = useTranslation('library');
  const [transport] = useState(() => new Transport());
  const help = useId();
  const player = useFocusOnce(autoFocus);
  useEffect(() => transport.loop(trim ?? null), [transport, trim]);
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = playerKey(event.key, event.shiftKey, { transport, clip, trim, onTrim });
    if (handled) event.preventDefault();
    if (handled) event.stopPropagation();
  };
  if (clip.kind === 'image') return <Stage clip={clip} name={name} transport={transport} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no keys of its own
    <div
      role="group"
      className={css.player}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the whole player takes the transport keys
      tabIndex={0}
      aria-label={t('player.label', { name })}
      aria-describedby={help}
      onKeyDown={press}
      ref={player}
      data-autofocus={autoFocus || undefined}
    >
      <span id={help} hidden>
        {t(trim ? 'player.helpTrim' : 'player.help')}
      </span>
      <Stage clip={clip} name={name} transport={transport} />
      <ScrubBar clip={clip} transport={transport} trim={trim} onTrim={onTrim} />
      <PlayerControls clip={clip} transport={transport} trim={trim} onTrim={onTrim} />
    </div>
  );
}

interface KeyContext {
  transport: Transport;
  clip: ClipView;
  trim?: Trim;
  onTrim?: (trim: Trim) => void;
}

/** Answers whether the key was one of the player's. */
function playerKey(rawKey: string, shift: boolean, { transport, clip, trim, onTrim }: KeyContext): boolean {
  const key = rawKey.length === 1 ? rawKey.toLowerCase() : rawKey;
  const frames = framesOf(key, shift, clip.frameRate);
  if (frames !== null) return stepTo(transport, stepFrames(transport.atMs(), frames, clip));
  if (key === 'Home') return stepTo(transport, trim?.inMs ?? 0);
  if (key === 'End') return stepTo(transport, stepFrames(trim?.outMs ?? clip.durationMs, -1, clip));
  if (trim && onTrim && (key === 'i' || key === 'o')) {
    onTrim(key === 'i' ? setIn(trim, transport.atMs()) : setOut(trim, transport.atMs() + 1000 / clip.frameRate));
    return true;
  }
  if (!['j', 'k', 'l', ' '].includes(key)) return false;
  transport.key(key);
  return true;
}

/** Into the middle of the frame, so that rounding cannot show the one before. */
function stepTo(transport: Transport, ms: number): boolean {
  transport.run(0);
  transport.seek(ms + 1);
  return true;
}

function useFocusOnce(wanted: boolean) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (wanted) element?.focus({ preventScroll: true });
  }, [wanted, element]);
  return setElement;
}
