/** Guests: who speaks on air, how to reach them for those who may know, and whether they agreed. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestView } from '../../../electron/contract/api/programmes';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons, Toolbar } from '../../ui';
import { dayText } from '../shared/day-text';
import { GuestForm } from './GuestForm';
import css from './Guests.module.css';

export function GuestsScreen() {
  const { t } = useTranslation('programmes');
  const { may } = useMe();
  const editable = may('rundown');
  const guests = useQuery(orpc.guests.list.queryOptions());
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<GuestView | 'new' | null>(null);
  useScreenActions(editable ? [{ id: 'guests.new', label: t('guest.new'), keys: 'N', run: () => setOpen('new') }] : []);
  const search = words.trim().toLocaleLowerCase();
  const shown = [...(guests.data ?? [])]
    .filter(({ name, agency, position }) => `${name} ${agency} ${position}`.toLocaleLowerCase().includes(search))
    .sort((a, b) => a.name.localeCompare(b.name));
  const button = editable && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('guest.new')}
    </Button>
  );
  return (
    <Page
      title={t('guest.title')}
      actions={button}
      toolbar={
        <Toolbar label={t('guest.search')}>
          <TextInput
            aria-label={t('guest.search')}
            placeholder={t('guest.search')}
            leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </Toolbar>
      }
    >
      {guests.error && <FaultPanel fault={guests.error} onRetry={() => void guests.refetch()} />}
      {guests.isPending && <RowSkeletons label={t('loading')} />}
      {guests.data?.length === 0 && (
        <EmptyState title={t('guest.empty')} actions={button}>
          {editable && t('guest.emptyWords')}
        </EmptyState>
      )}
      {shown.length > 0 && <GuestTable guests={shown} onOpen={editable ? setOpen : null} />}
      {open && <GuestForm guest={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const COLUMNS = ['name', 'position', 'agency', 'contact', 'consent', 'keepUntil'] as const;

function GuestTable({ guests, onOpen }: { guests: readonly GuestView[]; onOpen: ((guest: GuestView) => void) | null }) {
  const { t } = useTranslation('programmes');
  const formats = useFormats();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`guest.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {guests.map((guest) => (
          <tr key={guest.id}>
            <th scope="row">
              {onOpen ? (
                <button type="button" className={css.open} onClick={() => onOpen(guest)}>
                  {guest.name}
                </button>
              ) : (
                guest.name
              )}
            </th>
            <td>{guest.position}</td>
            <td>{guest.agency}</td>
            <td>
              {guest.contact ? (
                [guest.contact.phone, guest.contact.email].filter(Boolean).join(' · ') || '–'
              ) : (
                <span className={css.quiet}>{t('guest.hidden')}</span>
              )}
            </td>
            <td>
              {guest.consent.given
                ? guest.consent.on
                  ? t('guest.agreedOn', { day: dayText(guest.consent.on, formats) })
                  : t('guest.agreed')
                : t('guest.notAgreed')}
            </td>
            <td>{guest.keepUntil ? dayText(guest.keepUntil, formats) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
