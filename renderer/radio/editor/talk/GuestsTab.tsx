/** Guests of the day: when they are to be there, and whether they are. */
import { ActionIcon, Anchor, Checkbox, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RundownGuest } from '../../../../electron/contract/records/rundown';
import { newId } from '../../../../electron/contract/ulid';
import { orpc } from '../../../client/client';
import { TimeField } from '../../../operator/shared/TimeField';
import { useEditor } from '../context';
import css from './Talk.module.css';

type Coming = z.infer<typeof RundownGuest>;

export function GuestsTab() {
  const { t } = useTranslation('rundowns');
  const { rundown, update, editable } = useEditor();
  const guests = useQuery(orpc.guests.list.queryOptions()).data ?? [];
  const coming = new Set(rundown.guests.map(({ guestId }) => guestId));
  const set = (key: string, part: Partial<Coming>) =>
    update({ guests: rundown.guests.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <div className={css.tab}>
      {rundown.guests.length === 0 && <p className={css.quiet}>{t('guests.none')}</p>}
      <ul className={css.list}>
        {rundown.guests.map(({ key, guestId, arrival, arrived }) => {
          const guest = guests.find(({ id }) => id === guestId);
          const name = guest?.name ?? '…';
          return (
            <li key={key} className={css.guest}>
              <div className={css.grow}>
                <strong>{name}</strong>
                <span className={css.about}>{[guest?.position, guest?.agency].filter(Boolean).join(', ')}</span>
              </div>
              <TimeField
                size="xs"
                w={72}
                aria-label={t('guests.arrival', { name })}
                value={arrival?.slice(0, 5) ?? ''}
                placeholder="09:00"
                disabled={!editable}
                onTime={(time) => set(key, { arrival: `${time}:00` })}
              />
              <Checkbox
                size="xs"
                label={t('guests.arrived')}
                checked={arrived}
                disabled={!editable}
                onChange={({ currentTarget }) => set(key, { arrived: currentTarget.checked })}
              />
              {editable && (
                <ActionIcon
                  size="sm"
                  aria-label={t('guests.remove', { name })}
                  onClick={() => update({ guests: rundown.guests.filter((each) => each.key !== key) })}
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {editable && (
        <Select
          label={t('guests.add')}
          placeholder={t('guests.choose')}
          searchable
          value={null}
          nothingFoundMessage={t('guests.nobody')}
          data={guests
            .filter(({ id }) => !coming.has(id))
            .map(({ id, name, agency }) => ({ value: id, label: agency ? `${name} · ${agency}` : name }))}
          onChange={(guestId) =>
            guestId && update({ guests: [...rundown.guests, { key: newId(), guestId, arrival: null, arrived: false }] })
          }
        />
      )}
      <Anchor component={Link} to="/guests" size="sm">
        {t('guests.all')}
      </Anchor>
    </div>
  );
}
