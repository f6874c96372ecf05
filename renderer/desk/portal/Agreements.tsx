/** The agency's agreements: for how long, what is lent under each, and what of it was used this month. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAgreement } from '../../../electron/contract/api/submissions';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, monthText } from '../../operator/shared/date-text';
import { todayIn } from '../../operator/shared/days';
import { useLent } from '../../operator/shared/use-lent';
import { Section } from '../../ui';
import { TermMark } from '../shared/TermMark';
import css from './Portal.module.css';

const STALE_MS = 60_000;

interface AgreementsProps {
  agreements: readonly OwnAgreement[];
  zone: string;
}

export function Agreements({ agreements, zone }: AgreementsProps) {
  const { t } = useTranslation(['submissions', 'partners']);
  const { language } = useFormats();
  const [openedAt] = useState(stationNow);
  const today = todayIn(zone, openedAt);
  const lent = useLent();
  return (
    <Section title={t('portal.agreements')}>
      {agreements.length === 0 && <p className={css.muted}>{t('portal.noAgreement')}</p>}
      <ul className={css.points}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            {agreement.number}
            <p className={css.muted}>
              {t('partners:agreement.term', {
                from: dateText(agreement.from, language),
                to: dateText(agreement.to, language),
              })}
            </p>
            <TermMark term={agreement} today={today} />
            <p className={css.muted}>{lent(agreement.lent, agreement.places)}</p>
            <Used agreement={agreement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Used({ agreement: { id, lent } }: { agreement: OwnAgreement }) {
  const { t } = useTranslation('submissions');
  const { span, language } = useFormats();
  const use = useQuery({ ...orpc.portal.agreementUse.queryOptions({ input: { id } }), staleTime: STALE_MS }).data;
  if (!use) return null;
  const month = monthText(use.month, language);
  const { shown, shownMs, agreedMs, slotsUsed } = use;
  const length = span(shownMs);
  const aired =
    agreedMs === null || agreedMs === 0
      ? t('portal.used', { count: shown, length })
      : t('portal.usedOf', { count: shown, length, agreed: span(agreedMs) });
  const slots = lent.slots === null ? [] : [t('portal.usedSlots', { used: slotsUsed, lent: lent.slots })];
  return <p className={css.muted}>{t('portal.usedIn', { month, what: [aired, ...slots].join(', ') })}</p>;
}
