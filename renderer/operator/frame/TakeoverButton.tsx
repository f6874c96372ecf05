/** Takes displays over, from every screen. Fetched when it is pointed at, so that it opens at once when it is pressed. */
import { Button } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui';
import { TAKEOVER_KEY } from '../features/takeovers/key';
import { openTakeoverSheet } from '../features/takeovers/open';
import { useMe } from '../shared/use-me';
import css from './Frame.module.css';
import { fetchTakeoverSheet } from './TakeoverSlot';

export function TakeoverButton() {
  const { t } = useTranslation('takeovers');
  const { may } = useMe();
  if (!may('schedule')) return null;
  return (
    <Button
      variant="outline"
      size="compact-md"
      className={css.takeover}
      leftSection={<IconBroadcast size={16} stroke={2} aria-hidden="true" />}
      rightSection={
        <span className={css.optional}>
          <Kbd keys={TAKEOVER_KEY} />
        </span>
      }
      onPointerEnter={() => void fetchTakeoverSheet()}
      onFocus={() => void fetchTakeoverSheet()}
      onClick={openTakeoverSheet}
    >
      {t('open')}
    </Button>
  );
}
