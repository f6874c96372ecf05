/** What is done on air, with its keys. Pressing with the mouse leaves the focus where it is, so that Space stays a take. */
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRepeat,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../../electron/contract/records/show';
import type { ShowCommands } from '../../../client/use-show-commands';
import { Kbd } from '../../../ui';
import css from './Controls.module.css';
import { EndButton } from './EndButton';

interface ControlsProps {
  show: Show;
  commands: ShowCommands;
  armed: boolean;
  onArm: (armed: boolean) => void;
  onSkip: () => void;
}

const ICON = { size: 22, stroke: 1.75, 'aria-hidden': true } as const;

export function Controls({ show, commands, armed, onArm, onSkip }: ControlsProps) {
  const { t } = useTranslation('onAir');
  const isHeld = show.current?.heldAt != null;
  const rolls = show.mode === 'roll';
  return (
    <div className={css.bar} role="toolbar" aria-label={t('do.bar')} aria-busy={commands.busy}>
      <Command className={css.take} label={t('do.takeShort')} keys="Space" onPress={() => commands.take()}>
        <IconPlayerTrackNext {...ICON} size={28} />
      </Command>
      <Command label={t(isHeld ? 'do.goShort' : 'do.holdShort')} keys="H" pressed={isHeld} onPress={commands.hold}>
        {isHeld ? <IconPlayerPlay {...ICON} /> : <IconPlayerPause {...ICON} />}
      </Command>
      <Command label={t('do.skipShort')} keys="S" onPress={onSkip}>
        <IconPlayerSkipForward {...ICON} />
      </Command>
      <Command label={t('do.backShort')} keys="B" onPress={commands.back}>
        <IconPlayerTrackPrev {...ICON} />
      </Command>
      <Command label={t(rolls ? 'do.rollOn' : 'do.rollOff')} keys="R" pressed={rolls} onPress={commands.roll}>
        <IconRepeat {...ICON} />
      </Command>
      <EndButton armed={armed} onArm={onArm} onEnd={commands.end} />
    </div>
  );
}

interface CommandProps {
  label: string;
  keys: string;
  onPress: () => void;
  pressed?: boolean;
  className?: string;
  children: ReactNode;
}

function Command({ label, keys, onPress, pressed, className = '', children }: CommandProps) {
  return (
    <button
      type="button"
      className={`${css.command} ${className}`}
      data-on={pressed || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
      {label}
      <Kbd keys={keys} />
    </button>
  );
}
