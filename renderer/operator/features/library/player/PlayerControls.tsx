/** Buttons under the picture for what the keys do, the playhead's time code and the length. */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBracketsContainEnd,
  IconBracketsContainStart,
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { timecodeText } from '../../../../ui';
import { setIn, setOut, stepFrames, type Trim } from '../../playlists/trim';
import css from './ClipPlayer.module.css';
import type { ClipView } from './clip';
import type { Transport } from './Transport';

interface ControlsProps {
  clip: ClipView;
  transport: Transport;
  trim?: Trim;
  onTrim?: (trim: Trim) => void;
}

export function PlayerControls({ clip, transport, trim, onTrim }: ControlsProps) {
  const { t } = useTranslation('library');
  const speed = useSyncExternalStore(transport.subscribe, transport.speed);
  const step = (by: number) => {
    transport.run(0);
    transport.seek(stepFrames(transport.atMs(), by, clip) + 1);
  };
  const playing = speed !== 0;
  return (
    <div className={css.controls}>
      <Control label={t('player.back')} onPress={() => step(-1)}>
        <IconChevronLeft size={18} stroke={1.75} />
      </Control>
      <Control label={t(playing ? 'player.pause' : 'player.play')} onPress={() => transport.key(' ')} off={!clip.src}>
        {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
      </Control>
      <Control label={t('player.on')} onPress={() => step(1)}>
        <IconChevronRight size={18} stroke={1.75} />
      </Control>
      {trim && onTrim && (
        <>
          <Control label={t('player.setIn')} onPress={() => onTrim(setIn(trim, transport.atMs()))}>
            <IconBracketsContainStart size={18} stroke={1.75} />
          </Control>
          <Control
            label={t('player.setOut')}
            onPress={() => onTrim(setOut(trim, transport.atMs() + 1000 / clip.frameRate))}
          >
            <IconBracketsContainEnd size={18} stroke={1.75} />
          </Control>
        </>
      )}
      <span className={css.speed}>{speed !== 0 && speed !== 1 ? `${speed}×` : ''}</span>
      <Clock clip={clip} transport={transport} />
    </div>
  );
}

function Control({
  label,
  onPress,
  off = false,
  children,
}: {
  label: string;
  onPress: () => void;
  off?: boolean;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onPress} disabled={off}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function Clock({ clip, transport }: { clip: ClipView; transport: Transport }) {
  const { t } = useTranslation('library');
  const time = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      if (time.current) time.current.textContent = timecodeText(transport.atMs(), clip.frameRate);
    };
    write();
    return transport.subscribe(write);
  }, [transport, clip.frameRate]);
  return (
    <span className={css.clock} title={t('player.timecode')}>
      <span ref={time} className="tabular" />
      <span className={css.length}> / {timecodeText(clip.durationMs, clip.frameRate)}</span>
      <span className={css.fields}>{t('player.timecode')}</span>
    </span>
  );
}
