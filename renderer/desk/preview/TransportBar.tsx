/** Buttons for what the keys do, the time code, and the part in a loop. */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconBracketsContainEnd,
  IconBracketsContainStart,
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
  IconRepeatOff,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { frameOf, timecode } from '../../../electron/domain/preview/timecode';
import type { Deck } from './engine/Deck';
import css from './Preview.module.css';
import { TimecodeField } from './TimecodeField';
import { useDeck } from './use-deck';
import type { Transport } from './use-transport';

const LOOP_ICONS = { off: IconRepeatOff, round: IconRepeat, toAndFro: IconArrowsLeftRight };

interface TransportBarProps {
  deck: Deck;
  transport: Transport;
  muted: boolean;
  onMute: () => void;
}

export function TransportBar({ deck, transport, muted, onMute }: TransportBarProps) {
  const { t } = useTranslation('preview');
  const speed = useDeck(deck, (each) => each.speed());
  const rate = useDeck(deck, (each) => each.pace().rate);
  const frames = useDeck(deck, (each) => each.frames());
  const loop = useDeck(deck, (each) => each.loop());
  const part = useDeck(deck, (each) => partText(each));
  const LoopIcon = LOOP_ICONS[loop];
  return (
    <div className={css.transport} role="toolbar" aria-label={t('transport.label')}>
      <Press label={t('transport.start')} onPress={() => deck.step(-frames)}>
        <IconPlayerSkipBack size={18} stroke={1.75} />
      </Press>
      <Press label={t('transport.back')} onPress={() => deck.step(-1)}>
        <IconChevronLeft size={18} stroke={1.75} />
      </Press>
      <Press label={t(speed === 0 ? 'transport.play' : 'transport.pause')} onPress={() => transport.play(' ')}>
        {speed === 0 ? <IconPlayerPlayFilled size={18} /> : <IconPlayerPauseFilled size={18} />}
      </Press>
      <Press label={t('transport.on')} onPress={() => deck.step(1)}>
        <IconChevronRight size={18} stroke={1.75} />
      </Press>
      <Press label={t('transport.end')} onPress={() => deck.step(frames)}>
        <IconPlayerSkipForward size={18} stroke={1.75} />
      </Press>
      <TimecodeField
        label={t('transport.timecode')}
        read={() => timecode(deck.frame(), rate)}
        deck={deck}
        onCode={(code) => {
          const frame = frameOf(code, rate);
          if (frame !== null) deck.step(frame - deck.frame());
          return frame !== null;
        }}
      />
      <span className={`${css.length} tabular`}>/ {timecode(frames, rate)}</span>
      <span className={`${css.speed} tabular`} role="status">
        {speed !== 0 && speed !== 1 ? t('transport.speed', { speed: String(speed).replace('-', '−') }) : ''}
      </span>
      <span className={css.gap} />
      <Press label={t('transport.in')} onPress={transport.setIn}>
        <IconBracketsContainStart size={18} stroke={1.75} />
      </Press>
      <Press label={t('transport.out')} onPress={transport.setOut}>
        <IconBracketsContainEnd size={18} stroke={1.75} />
      </Press>
      {part !== '' && (
        <>
          <span className={`${css.length} tabular`}>{part}</span>
          <Press label={t('transport.clear')} onPress={transport.clear}>
            <IconX size={16} stroke={1.75} />
          </Press>
        </>
      )}
      <Press label={t(`transport.loop.${loop}`)} onPress={transport.nextLoop} on={loop !== 'off'}>
        <LoopIcon size={18} stroke={1.75} />
      </Press>
      <Press label={t(muted ? 'transport.unmute' : 'transport.mute')} onPress={onMute} on={muted}>
        {muted ? <IconVolumeOff size={18} stroke={1.75} /> : <IconVolume size={18} stroke={1.75} />}
      </Press>
    </div>
  );
}

function partText(deck: Deck): string {
  const part = deck.part();
  if (!part) return '';
  const { rate } = deck.pace();
  const code = (ms: number) => timecode(Math.round((ms / 1000) * rate), rate);
  return `${code(part.inMs)}–${code(part.outMs)}`;
}

interface PressProps {
  label: string;
  onPress: () => void;
  /** Something that stays switched on. */
  on?: boolean;
  children: ReactNode;
}

function Press({ label, onPress, on, children }: PressProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onPress} variant={on ? 'light' : 'subtle'} color={on ? 'blue' : 'gray'}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
