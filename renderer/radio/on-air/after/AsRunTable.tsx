import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Became } from '../../../../electron/domain/rundown/became';
import { clockText, elapsedText, overText } from '../../../client/air-text';
import { StatusDot, type Tone } from '../../../ui';
import css from './After.module.css';
import type { AsRun } from './as-run';
import { SpotLine } from './SpotLine';
import { WhyField } from './WhyField';

const TONES: Record<Became, Tone> = {
  ...{ onAir: 'red', aired: 'green', skipped: 'grey', cut: 'amber' },
  ...{ partly: 'amber', notHeard: 'amber' },
};
/** So much is the hand of whoever takes. */
const USUAL_MS = 5000;

interface AsRunTableProps {
  rows: readonly AsRun[];
  zone: string;
  mayExplain: boolean;
}

export function AsRunTable({ rows, ...rest }: AsRunTableProps) {
  const { t } = useTranslation('onAir');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={css.scroll} tabIndex={0} aria-label={t('after.title')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('after.item')}</th>
            <th scope="col" className={css.number}>
              {t('after.planned')} · {t('after.start')}
            </th>
            <th scope="col" className={css.number}>
              {t('after.duration')}
            </th>
            <th scope="col" className={css.number}>
              {t('after.actual')} · {t('after.start')}
            </th>
            <th scope="col" className={css.number}>
              {t('after.duration')}
            </th>
            <th scope="col" className={css.number}>
              {t('after.difference')}
            </th>
            <th scope="col">{t('after.outcome')}</th>
            <th scope="col" className={css.why}>
              {t('after.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.step.id}>
              <Line row={row} {...rest} />
              {row.step.outcome !== 'skipped' &&
                row.spots.map((spot) => <SpotLine key={spot.key} spot={spot} zone={rest.zone} />)}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row, zone, mayExplain }: { row: AsRun } & Omit<AsRunTableProps, 'rows'>) {
  const { t } = useTranslation('onAir');
  const { step, became, lacks, actualMs, differenceMs } = row;
  const { title, plannedStart, plannedMs, agreedMs, startedAt, heldMs, outcome, source, by, why } = step;
  const number = `tabular ${css.number}`;
  const off = differenceMs !== null && Math.abs(differenceMs) > USUAL_MS;
  return (
    <tr>
      <td className={`any-word ${css.item}`}>
        {title || t('next.untitled')}
        {outcome !== 'skipped' && (
          <span className={css.source}>
            {t(`after.source.${source}`, { by })}
            {heldMs > 0 && ` · ${t('after.held', { length: elapsedText(heldMs) })}`}
          </span>
        )}
      </td>
      <td className={number}>{plannedStart === null ? '–' : clockText(plannedStart, zone)}</td>
      <td className={number}>
        {elapsedText(plannedMs)}
        {agreedMs !== null && (
          <span className={css.source}>{t('after.agreed', { length: elapsedText(agreedMs) })}</span>
        )}
      </td>
      <td className={number}>{actualMs === null ? '–' : clockText(startedAt, zone)}</td>
      <td className={number}>{actualMs === null ? '–' : elapsedText(actualMs)}</td>
      <td className={`${number} ${off ? css.over : ''}`}>{differenceMs === null ? '–' : overText(differenceMs)}</td>
      <td className={css.outcome}>
        <StatusDot tone={TONES[became]}>{t(`after.outcomes.${became}`)}</StatusDot>
        {lacks && <span className={css.lacks}>{t('after.lacks', { ...lacks })}</span>}
      </td>
      <td className={css.why}>{mayExplain ? <WhyField step={step} /> : <span className="any-word">{why}</span>}</td>
    </tr>
  );
}
