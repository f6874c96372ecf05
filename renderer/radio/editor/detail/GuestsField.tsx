/** Which of the day's guests speak in the item. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../context';
import { useGuestNames } from '../use-guest-names';
import css from './Detail.module.css';
import type { PartProps } from './TimingFields';

export function GuestsField({ item, keep }: Pick<PartProps, 'item' | 'keep'>) {
  const { t } = useTranslation('rundowns');
  const { rundown } = useEditor();
  const names = useGuestNames();
  if (rundown.guests.length === 0) return null;
  return (
    <Checkbox.Group label={t('detail.guests')} value={item.guestKeys} onChange={(guestKeys) => keep({ guestKeys })}>
      <div className={css.checks}>
        {rundown.guests.map(({ key, guestId }) => (
          <Checkbox key={key} value={key} size="xs" label={names.get(guestId) ?? '…'} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
