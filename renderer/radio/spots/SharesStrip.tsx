/** The shares that the law asks for: of today, of today as planned, and of the month. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AdShares, SharesOf } from '../../../electron/contract/api/spots';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import css from './Spots.module.css';

/** Plays come with every spot: a minute late is soon enough. */
const AGAIN_MS = 60_000;

export function SharesStrip({ today }: { today: LocalDate }) {
  const { t } = useTranslation('spots');
  const { data } = useQuery({
    ...orpc.spots.shares.queryOptions({ input: { date: today } }),
    refetchInterval: AGAIN_MS,
  });
  if (!data || !hasAny(data)) return null;
  return (
    <dl className={css.shares} aria-label={t('shares.label')} title={t('shares.how')}>
      {(['day', 'dayPlanned', 'month'] as const).map((span) => (
        <Share key={span} name={t(`shares.${NAMES[span]}`)} shares={data[span]} law={data.law} />
      ))}
    </dl>
  );
}

const NAMES = { day: 'today', dayPlanned: 'planned', month: 'month' } as const;

/** A station without radio has no use for it. */
const hasAny = ({ dayPlanned, month }: SharesOf) =>
  [dayPlanned, month].some(({ ilmMs, commercialMs, ownMs }) => ilmMs + commercialMs + ownMs > 0);

function Share({ name, shares, law }: { name: string; shares: AdShares; law: SharesOf['law'] }) {
  const { t } = useTranslation('spots');
  const { duration, number } = useFormats();
  const { ilmMs, commercialMs, ilmPercent, adsPercent, enoughIlm, fewAds } = shares;
  const ads = law.ilmOf === 'all' ? ilmMs + commercialMs : commercialMs;
  const lengths = { ilm: duration(ilmMs), ads: duration(ads) };
  return (
    <div className={css.share}>
      <dt>{name}</dt>
      <dd>
        <strong className="tabular" data-short={!enoughIlm || undefined}>
          {ilmPercent === null ? t('shares.none') : t('shares.ilm', { percent: number(ilmPercent, 1) })}
        </strong>{' '}
        {ilmPercent !== null && t(law.ilmOf === 'all' ? 'shares.of' : 'shares.ofCommercial', lengths)}
      </dd>
      {ilmMs + commercialMs > 0 && (
        <dd className={css.quiet}>
          {t('shares.least', { percent: number(law.ilmPercent) })}
          {!enoughIlm && <span className={css.amber}> ({t('shares.short')})</span>}
          {' · '}
          {t('shares.ads', { percent: number(adsPercent ?? 0, 1) })},{' '}
          {t('shares.most', { percent: number(law.adsPercent) })}
          {!fewAds && <span className={css.amber}> ({t('shares.over')})</span>}
        </dd>
      )}
    </div>
  );
}
