/** To the other views of a rundown, each with its address: prompter, presenter, guest, wall, phone, and to read along. */
import { ActionIcon } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** `name`: of the rundown, where there are several. */
export function ViewsLink({ rundownId, name }: { rundownId: string; name?: string }) {
  const { t } = useTranslation('rundowns');
  const label = name === undefined ? t('views.open') : t('views.openOf', { name });
  return (
    <ActionIcon
      component="a"
      href={`/view/${rundownId}`}
      target="_blank"
      rel="noreferrer"
      {...(name === undefined ? { variant: 'default' } : { size: 'md' })}
      aria-label={label}
      title={label}
    >
      <IconDevices size={16} stroke={1.75} aria-hidden="true" />
    </ActionIcon>
  );
}
