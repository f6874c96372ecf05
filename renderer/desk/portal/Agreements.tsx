/** The agency's agreements: for how long, what is lent under each, and what of it was used this month. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../electron/contract/records/partner';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, listText, monthText } from '../../operator/shared/date-text';
import { Section } from '../../ui';
import css from './Portal.module.css';

type Own = Pick<Agreement, 'id' | 'number' | 'from' | 'to' | 'lent'>;

const STALE_MS = 60_000;

export function Agreements({ agreements }: { agreements: readonly Own[] }) {
  const { t } = useTranslation(['submissions', 'partners']);
  const { language } = useFormats();
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
            <Lent lent={agreement.lent} />
            <Used agreement={agreement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lent({ lent: { slots, dayMs, channels } }: Pick<Own, 'lent'>) {
  const { t } = useTranslation(['submissions', 'partners']);
  const { span, language } = useFormats();
  const said = [
    ...(slots === null ? [] : [t('portal.lentSlots', { count: slots })]),
    ...(dayMs === null ? [] : [t('portal.lentDay', { length: span(dayMs) })]),
  ];
  const where = channels.map((channel) => t(`partners:channel.${channel}`));
  if (said.length === 0 && where.length === 0) return <p className={css.muted}>{t('portal.lentNothing')}</p>;
  return (
    <p className={css.muted}>
      {t('portal.lent', { what: [...said, ...(where.length > 0 ? [listText(where, language)] : [])].join(', ') })}
    </p>
  );
}

function Used({ agreement: { id, lent } }: { agreement: Own }) {
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
