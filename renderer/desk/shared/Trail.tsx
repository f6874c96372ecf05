/** Every signed step, oldest first: who, when, why, of which version, and remarks at moments of the material. */
import { useTranslation } from 'react-i18next';
import { At } from '../../operator/shared/At';
import { durationText } from '../../ui';
import css from './Trail.module.css';

interface Signed {
  kind: 'submit' | 'verify' | 'approve' | 'return' | 'withdraw';
  at: number;
  by: string;
  reason: string;
  marks: readonly { atMs: number; text: string }[];
  version: number;
  /** Counts for the newest version. */
  counts?: boolean;
}

export function Trail({ steps }: { steps: readonly Signed[] }) {
  const { t } = useTranslation('submissions');
  if (steps.length === 0) return <p className={css.muted}>{t('noSteps')}</p>;
  return (
    <ol className={css.trail}>
      {steps.map(({ kind, at, by, reason, marks, version, counts }) => (
        <li key={`${kind} ${at}`} data-kind={kind} data-old={counts === false || undefined}>
          <strong>{t(`step.${kind}`)}</strong>
          <span className={css.muted}>
            {t('signed', { name: by, n: version })} · <At at={at} as="dateTime" />
          </span>
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
        </li>
      ))}
    </ol>
  );
}
