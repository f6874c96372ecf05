/** What stands where displays would be, and the way to the first. */
import { Button } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui';
import { useMe } from './use-me';

/** `words`: what a display is needed for, said to those who may add one. */
export function NoDisplays({ words }: { words: string }) {
  const { t } = useTranslation('common');
  const { may } = useMe();
  return (
    <EmptyState
      icon={<IconDeviceTv size={36} stroke={1.5} />}
      title={t('noDisplays.title')}
      actions={
        may('displays') && (
          <Button renderRoot={(props) => <Link to="/displays" search={{ add: true }} {...props} />}>
            {t('noDisplays.add')}
          </Button>
        )
      }
    >
      {may('displays') && words}
    </EmptyState>
  );
}
