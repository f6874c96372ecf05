/** How one submission of the agency's own stands, and what comes next: the first thing to read after each step. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalSubmission } from '../../../electron/contract/api/submissions';
import { At } from '../../operator/shared/At';
import { Trail } from '../shared/Trail';
import css from './Portal.module.css';

interface NoticeProps {
  own: PortalSubmission;
  /** Each time it grows, focus and view come here; 0: they stay where they are. */
  lead: number;
}

export function Notice({ own, lead }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const { standing, recall } = own;
  useEffect(() => {
    if (lead === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [lead]);
  return (
    <div
      ref={box}
      className={css.notice}
      data-asks={recall !== null || standing === 'returned' || undefined}
      role="status"
      tabIndex={-1}
    >
      {recall && <Recalled recall={recall} standing={standing} />}
      {standing !== 'recalled' && <Now own={own} standing={standing} />}
      <Behind own={own} />
    </div>
  );
}

function Now({
  own,
  standing,
}: {
  own: PortalSubmission;
  standing: Exclude<PortalSubmission['standing'], 'recalled'>;
}) {
  const { t } = useTranslation('submissions');
  const last = own.steps.at(-1);
  // Also while the next version is a draft: what was asked for is still to be mended.
  const asked = (standing === 'returned' || standing === 'draft') && last?.kind === 'return' ? last : null;
  return (
    <>
      <strong>{t(`portal.now.${standing}`, { receipt: own.receipt })}</strong>
      {asked && <Trail steps={[{ ...asked, counts: true }]} />}
      <p className={css.muted}>{t(`portal.next.${standing}`)}</p>
    </>
  );
}

/** Why it is on no panel any more, and what the agency can do. */
function Recalled({
  recall: { at, reason, letterNumber },
  standing,
}: {
  recall: NonNullable<PortalSubmission['recall']>;
  standing: PortalSubmission['standing'];
}) {
  const { t } = useTranslation('submissions');
  const isMendable = standing !== 'withdrawn' && standing !== 'ended';
  return (
    <>
      <strong>{t('portal.recalled')}</strong>
      <span className={css.muted}>
        <At at={at} as="dateTime" /> · {t('portal.recallLetter', { number: letterNumber })}
      </span>
      <p className="any-word">{reason}</p>
      {isMendable && <p className={css.muted}>{t('portal.recallNext')}</p>}
    </>
  );
}

/** The version that the newest one waits behind. */
function Behind({ own: { onAirBefore, versions, standing } }: { own: PortalSubmission }) {
  const { t } = useTranslation('submissions');
  const next = versions.at(-1)?.n;
  if (!onAirBefore || next === undefined) return null;
  return (
    <div className={css.behind}>
      <strong>{t('portal.behind')}</strong>
      <p className={css.muted}>
        {t(standing === 'approved' ? 'portal.behindApproved' : 'portal.behindUntil', { n: onAirBefore.n, next })}
      </p>
    </div>
  );
}
