/** The whole show on one line: planned above, what became of it below, and where it will end. */
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../client/air-text';
import { type BarOf, type Block, barOf } from './bar';
import css from './WholeBar.module.css';

export function WholeBar({ zone, ...of }: BarOf & { zone: string }) {
  const { t } = useTranslation('onAir');
  const bar = barOf(of);
  const time = (at: number) => clockText(at, zone);
  const { plannedEnd } = of.plan;
  const words = t('bar.words', { from: time(of.show.startedAt), now: time(of.now), end: time(of.live.end) });
  return (
    <section className={css.bar} aria-label={t('bar.title')}>
      <p className="unseen">{words}</p>
      <div className={css.names} aria-hidden="true">
        <span>{t('bar.planned')}</span>
        <span>{t('bar.actual')}</span>
      </div>
      <div className={css.lanes} aria-hidden="true">
        <Lane blocks={bar.planned} />
        <Lane blocks={bar.actual} />
        {bar.plannedEnd !== null && <i className={css.plannedEnd} style={{ left: percent(bar.plannedEnd) }} />}
        <i className={css.now} style={{ left: percent(bar.now) }} />
      </div>
      <p className={css.ends} aria-hidden="true">
        <span className="tabular">{time(bar.from)}</span>
        <span className={css.right}>
          {plannedEnd !== null && <span className="tabular">{t('bar.plannedEnd', { time: time(plannedEnd) })}</span>}
          <b className="tabular">{t('bar.willEnd', { time: time(of.live.end) })}</b>
        </span>
      </p>
    </section>
  );
}

function Lane({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={css.lane}>
      {blocks.map(({ key, title, left, width, tone }) => (
        <span
          key={key + tone}
          className={css.block}
          data-tone={tone}
          title={title}
          style={{ left: percent(left), width: percent(width) }}
        >
          {width > 0.045 && title}
        </span>
      ))}
    </div>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
