/** Teaches pads and pedals what they do: choose a command, then press. */
import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconPiano, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { midiPressed } from './heard';
import { keepMap, keptMap } from './kept-map';
import css from './Midi.module.css';
import { commandOf, MIDI_COMMANDS, type MidiCommand, type MidiMap, pressOf, taught } from './notes';
import { useMidi } from './use-midi';

export function MidiMenu() {
  const { t } = useTranslation('onAir');
  const [map, setMap] = useState(keptMap);
  const [learning, setLearning] = useState<MidiCommand | null>(null);
  const keep = (next: MidiMap) => {
    keepMap(next);
    setMap(next);
  };
  const midi = useMidi((bytes) => {
    const press = pressOf(bytes);
    if (!press) return;
    if (learning) {
      keep(taught(map, learning, press));
      return setLearning(null);
    }
    const command = commandOf(map, press);
    if (command) midiPressed(command);
  });
  if (midi.state === 'absent') return null;
  return (
    <Popover position="bottom-end" width={300} onClose={() => setLearning(null)} trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('midi.title')} title={t('midi.title')}>
          <IconPiano size={20} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('midi.title')}>
        <p className={css.title}>{t('midi.title')}</p>
        {midi.state === 'idle' && (
          <Button size="xs" onClick={midi.connect}>
            {t('midi.connect')}
          </Button>
        )}
        {midi.state === 'refused' && <p className={css.words}>{t('midi.refused')}</p>}
        {midi.state === 'on' && (
          <>
            <p className={css.words}>
              {midi.devices === 0 ? t('midi.none') : t('midi.devices', { count: midi.devices })}
            </p>
            <ul className={css.list}>
              {MIDI_COMMANDS.map((command) => (
                <li key={command} className={css.one}>
                  <b>{t(`midi.${command}`)}</b>
                  <span className={css.press}>
                    {learning === command ? t('midi.learning') : (map[command] ?? t('midi.unset'))}
                  </span>
                  {map[command] ? (
                    <ActionIcon
                      size="sm"
                      aria-label={t('midi.forget', { command: t(`midi.${command}`) })}
                      onClick={() => keep({ ...map, [command]: undefined })}
                    >
                      <IconX size={14} aria-hidden="true" />
                    </ActionIcon>
                  ) : (
                    <Button size="compact-xs" variant="default" onClick={() => setLearning(command)}>
                      {t('midi.learn')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
