/** One agency with its agreements, the one that ends last first; what runs out soon says so. */
import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconPaperclip, IconPencil, IconPhoto, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency, Agreement } from '../../../electron/contract/records/partner';
import type { LocalDate } from '../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { CardButton, EditRemove } from '../../operator/shared/EditRemove';
import { useCommand } from '../../operator/shared/use-command';
import { useLent } from '../../operator/shared/use-lent';
import { useLentPlaces } from '../../operator/shared/use-lent-places';
import { useMe } from '../../operator/shared/use-me';
import desk from '../shared/Desk.module.css';
import { TermMark } from '../shared/TermMark';
import { usePaper } from '../shared/use-paper';
import { OverrideForm } from './OverrideForm';
import type { Opened } from './opened';
import css from './Partners.module.css';
import { Use } from './Use';

/** An override is offered when the end is near. */
const OVERRIDE_DAYS = 60;

interface AgencyCardProps {
  agency: Agency;
  agreements: readonly Agreement[];
  today: LocalDate;
  onOpen: (opened: Opened) => void;
}

export function AgencyCard({ agency, agreements, today, onOpen }: AgencyCardProps) {
  const { t } = useTranslation('partners');
  const { may } = useMe();
  const remove = useCommand({
    run: () => client.agencies.remove({ id: agency.id }),
    done: () => t('removed', { name: agency.name }),
    undo: true,
  });
  const logo = usePaper('agency', agency.id, 'image/png,image/jpeg,image/webp,image/gif');
  const inOrder = [...agreements].sort((a, b) => (a.to < b.to ? 1 : -1));
  return (
    <li className={css.agency}>
      <div className={css.title}>
        {agency.logoId && (
          <img
            className={css.logo}
            src={`/api/papers/${agency.logoId}/file`}
            alt={t('logoOf', { name: agency.name })}
          />
        )}
        <div className={desk.grow}>
          <h2>{agency.name}</h2>
          <span className={desk.muted}>{t(`kinds.${agency.kind}`)}</span>
        </div>
      </div>
      {agency.address && <p className={desk.muted}>{agency.address}</p>}
      {agency.contacts.map(({ name, role, phone, email }) => (
        <p key={`${name} ${phone}`} className={desk.muted}>
          {[name, role, phone, email].filter(Boolean).join(' · ')}
        </p>
      ))}
      {agency.notes && <p className={css.notes}>{agency.notes}</p>}
      {inOrder.length === 0 ? (
        <p className={desk.muted}>{t('noAgreement')}</p>
      ) : (
        <ul className={css.agreements}>
          {inOrder.map((agreement) => (
            <Row
              key={agreement.id}
              agreement={agreement}
              today={today}
              onEdit={() => onOpen({ of: agency, agreement })}
            />
          ))}
        </ul>
      )}
      {may('schedule') && (
        <div className={css.commands}>
          {logo.input}
          <CardButton
            command={{ words: t('logo'), label: t('chooseLogo', { name: agency.name }), run: logo.choose }}
            icon={<IconPhoto size={14} aria-hidden="true" />}
          />
          <CardButton
            command={{
              words: t('agreement.add'),
              label: t('agreement.addTo', { name: agency.name }),
              run: () => onOpen({ of: agency }),
            }}
            icon={<IconPlus size={14} aria-hidden="true" />}
          />
          <EditRemove
            edit={{ words: t('edit'), label: t('editOf', { name: agency.name }), run: () => onOpen({ agency }) }}
            remove={{ words: t('remove'), label: t('removeOf', { name: agency.name }), run: () => remove.mutate() }}
          />
        </div>
      )}
    </li>
  );
}

function Row({ agreement, today, onEdit }: { agreement: Agreement; today: LocalDate; onEdit: () => void }) {
  const { t } = useTranslation('partners');
  const { language } = useFormats();
  const { may } = useMe();
  const { id, number, from, to } = agreement;
  const [overriding, override] = useState(false);
  const [lent, placesOf] = [useLent(), useLentPlaces()];
  const paper = usePaper('agreement', agreement.id);
  const last = agreement.overrides.at(-1);
  const remove = useCommand({
    run: () => client.agreements.remove({ id }),
    done: () => t('agreement.removed', { number }),
    undo: true,
  });
  return (
    <li>
      <div className={desk.grow}>
        <strong className="any-word">{number}</strong>
        <span className={desk.muted}>
          {t('agreement.term', { from: dateText(from, language), to: dateText(to, language) })}
        </span>
        <span className={desk.muted}>{lent(agreement.lent, placesOf(agreement.lent))}</span>
        <TermMark term={agreement} today={today} />
        {last && (
          <span className={desk.muted}>{t('agreement.overrideBy', { name: last.by.name, reason: last.reason })}</span>
        )}
        <Use agreement={agreement} thisMonth={today.slice(0, 7)} />
        <span className={desk.muted}>
          {agreement.fileId && <Anchor href={`/api/papers/${agreement.fileId}/file`}>{t('agreement.file')}</Anchor>}
        </span>
      </div>
      {may('approve') && agreement.to <= dateOf(dayNumber(today) + OVERRIDE_DAYS) && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('agreement.overrideOf', { number })}
          onClick={() => override(true)}
        >
          {t('agreement.override')}
        </Button>
      )}
      {overriding && <OverrideForm agreement={agreement} today={today} onClose={() => override(false)} />}
      {may('schedule') && (
        <>
          {paper.input}
          <ActionIcon aria-label={t('agreement.addFile', { number })} loading={paper.sending} onClick={paper.choose}>
            <IconPaperclip size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      )}
      {may('schedule') && (
        <>
          <ActionIcon aria-label={t('agreement.editOf', { number })} onClick={onEdit}>
            <IconPencil size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon aria-label={t('agreement.removeOf', { number })} onClick={() => remove.mutate()}>
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
