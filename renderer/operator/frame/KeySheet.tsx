/** `?`: the keys of this screen. */
import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui';
import { useAllActions } from '../shared/screen-actions';
import css from './KeySheet.module.css';

let opened = false;
const listeners = new Set<() => void>();
const set = (next: boolean) => {
  opened = next;
  for (const listener of listeners) listener();
};
const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const openKeySheet = () => set(true);

export function KeySheet() {
  const { t } = useTranslation('common');
  const isOpen = useSyncExternalStore(follow, () => opened);
  const actions = useAllActions().filter(({ keys }) => keys);
  return (
    <Modal
      opened={isOpen}
      onClose={() => set(false)}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={css.sheet}>
        {actions.map(({ id, label, keys }) => (
          <div key={id} className={css.row}>
            <dt>{label}</dt>
            <dd>
              {keys?.split(' ').map((combination) => (
                <Kbd key={combination} keys={combination} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
