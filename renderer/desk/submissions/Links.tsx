/** One-time upload links: made here, shown once, taken back here. */
import { Button, CopyButton, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../../electron/contract/records/partner';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { OnlyHere } from '../../operator/shared/OnlyHere';
import { bestAddress } from '../../operator/shared/page-addresses';
import { useCommand } from '../../operator/shared/use-command';
import css from './Submissions.module.css';

const USUAL_DAYS = 14;

export function Links({ agencies, onClose }: { agencies: readonly Agency[]; onClose: () => void }) {
  const { t } = useTranslation(['submissions', 'common']);
  const [agencyId, setAgency] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [code, setCode] = useState<string | null>(null);
  const info = useQuery(orpc.station.info.queryOptions()).data;
  const address = code && info ? `${bestAddress(info.addresses)}/hand-in/${code}` : null;
  const make = useCommand({
    run: () => client.submissions.makeLink({ agencyId: agencyId ?? '', title: title.trim(), days }),
    onDone: (made) => setCode(made.code),
    onFault: () => {},
  });
  const ready = agencyId !== null && title.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) make.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('link.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <Select
          label={t('agency')}
          required
          searchable
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={agencyId}
          onChange={setAgency}
        />
        <TextInput
          label={t('link.for')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NumberInput
          label={t('link.days')}
          min={1}
          max={365}
          value={days}
          onChange={(value) => setDays(Math.max(1, Number(value) || 1))}
        />
        <OnlyHere />
        {make.isError && <FaultPanel fault={make.error} />}
        <Button type="submit" disabled={!ready} loading={make.isPending}>
          {t('link.make')}
        </Button>
        {address && (
          <div role="status" className={css.form}>
            <p className={css.muted}>{t('link.once')}</p>
            <code className={css.code}>{address}</code>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'link.copied' : 'link.copy')}
                </Button>
              )}
            </CopyButton>
          </div>
        )}
      </form>
      <List />
    </Modal>
  );
}

function List() {
  const { t } = useTranslation('submissions');
  const formats = useFormats();
  const [now] = useState(Date.now);
  const links = useQuery(orpc.submissions.links.queryOptions());
  const revoke = useCommand({ run: ({ id }: { id: string }) => client.submissions.revokeLink({ id }) });
  if (links.data?.length === 0) return <p className={css.muted}>{t('link.none')}</p>;
  return (
    <ul className={css.items} style={{ marginTop: 16 }}>
      {links.data?.map(({ id, title, expiresAt, usedAt, revokedAt }) => {
        const over = usedAt ? 'used' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : null;
        return (
          <li key={id}>
            <strong className={css.grow}>{title}</strong>
            <span className={css.muted}>
              {over ? t(`link.${over}`) : t('link.open', { at: formats.dateTime(expiresAt) })}
            </span>
            {!over && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('link.revokeOf', { title })}
                onClick={() => revoke.mutate({ id })}
              >
                {t('link.revoke')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
