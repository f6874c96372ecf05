/**
 * Every signed step, oldest first: who, when, why, of which version, and remarks at moments of the material; then those still to come.
 * A filled mark is a signature, a hollow one is still to be given; words beside them say the same.
 */
import { IconArrowBackUp, IconCircle, IconCircleCheckFilled, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepKind, SubmissionStanding } from '../../../electron/contract/records/submission';
import { At } from '../../operator/shared/At';
import { durationText } from '../../ui';
import css from './Trail.module.css';

interface Signed {
  kind: StepKind;
  at: number;
  by: string;
  reason: string;
  marks: readonly { atMs: number; text: string }[];
  version: number;
  /** Since it was last handed in, for the newest version. */
  counts: boolean;
}

const ICONS = {
  submit: IconCircleCheckFilled,
  verify: IconCircleCheckFilled,
  approve: IconCircleCheckFilled,
  return: IconArrowBackUp,
  withdraw: IconCircleX,
};

type Course = 'submit' | 'verify' | 'approve';
const AHEAD: Partial<Record<SubmissionStanding, readonly Course[]>> = {
  draft: ['submit', 'verify', 'approve'],
  returned: ['submit', 'verify', 'approve'],
  submitted: ['verify', 'approve'],
  verified: ['approve'],
};

/** Without a `standing`, the steps alone. */
export function Trail({ steps, standing }: { steps: readonly Signed[]; standing?: SubmissionStanding }) {
  const { t } = useTranslation('submissions');
  const ahead = (standing && AHEAD[standing]) ?? [];
  return (
    <>
      {standing && (
        <p className={css.legend}>
          <span>
            <IconCircleCheckFilled size={14} aria-hidden="true" className={css.signed} /> {t('trailSigned')}
          </span>
          <span>
            <IconCircle size={14} aria-hidden="true" /> {t('trailAhead')}
          </span>
        </p>
      )}
      <ol className={css.trail}>
        {steps.map((step) => (
          <Step key={`${step.kind} ${step.at}`} step={step} />
        ))}
        {ahead.map((kind) => (
          <li key={kind} data-ahead>
            <IconCircle size={18} aria-hidden="true" />
            <span className={css.muted}>{t(`ahead.${kind}`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Step({ step: { kind, at, by, reason, marks, version, counts } }: { step: Signed }) {
  const { t } = useTranslation('submissions');
  const Icon = ICONS[kind];
  return (
    <li data-kind={kind} data-old={!counts || undefined}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <strong>{t(`step.${kind}`)}</strong>
        {!counts && <span className={css.muted}> · {t('trailOld')}</span>}
        <div className={css.muted}>
          {t('signed', { name: by, n: version })} · <At at={at} as="dateTime" />
        </div>
        {reason && <p>{reason}</p>}
        {marks.length > 0 && (
          <ul>
            {marks.map((mark) => (
              <li key={`${mark.atMs} ${mark.text}`}>
                <b className="tabular">{durationText(mark.atMs)}</b> {mark.text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
