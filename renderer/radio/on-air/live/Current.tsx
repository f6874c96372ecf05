/** What is on air: how much of it is left, and what is said in it. */
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../../electron/contract/records/show';
import type { LiveTiming } from '../../../../electron/domain/rundown/live';
import type { Plan } from '../../../../electron/domain/rundown/plan';
import { airNow } from '../../../client/air-clock';
import { elapsedText } from '../../../client/air-text';
import { useDrawn } from '../../../client/drawn';
import { useCountdown } from '../../../client/use-countdown';
import type { Scripts } from '../../../client/use-scripts';
import type { KeptOut } from '../../spots/use-kept-out';
import css from './Current.module.css';
import { KeptOutNote } from './KeptOutNote';
import { ScriptText } from './ScriptText';

interface CurrentProps {
  show: Show;
  live: LiveTiming;
  plan: Plan;
  keptOut: KeptOut;
  scripts: Scripts | undefined;
}

export function Current({ show, live: { current, coming }, plan, keptOut, scripts }: CurrentProps) {
  const { t } = useTranslation('onAir');
  const lengthMs = current?.lengthMs ?? 0;
  const countdown = useCountdown<HTMLParagraphElement>(show.current, lengthMs);
  if (!current) return <section className={css.current}>{t('current.none')}</section>;
  const { item, ms } = current.row;
  const segment = item.parentId === null ? null : plan.byId.get(item.parentId)?.item.title;
  const [length, planned] = [elapsedText(lengthMs), elapsedText(ms)];
  const after = coming[0]?.row.item;
  return (
    <section className={css.current} aria-label={t('current.title')} data-held={current.held || undefined}>
      <p className={css.kind}>{[segment, t(`kind.${item.kind}`), item.person].filter(Boolean).join(' · ')}</p>
      <h2 className={`${css.title} two-lines`} title={item.title} aria-live="polite">
        {item.title || t('next.untitled')}
      </h2>
      <div className={css.count}>
        <p ref={countdown} className={`tabular ${css.countdown}`} role="timer" aria-live="off" />
      </div>
      <Progress show={show} lengthMs={lengthMs} />
      <p className={css.of}>
        <span>{t(lengthMs === 0 ? 'current.elapsed' : current.remainingMs > 0 ? 'current.left' : 'current.over')}</span>
        {lengthMs > 0 && (
          <span className="tabular">
            {lengthMs === ms ? t('current.of', { length }) : t('current.agreed', { length, planned })}
          </span>
        )}
        {after && (
          <span className={`${css.after} one-line`}>
            {t('current.thenNext')}: <b>{after.title || t('next.untitled')}</b>
          </span>
        )}
      </p>
      <KeptOutNote item={item} keptOut={keptOut} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={css.script} tabIndex={0} aria-label={t('current.script')}>
        <ScriptText doc={scripts?.get(item.id)} ready={scripts !== undefined} />
        {item.notes && (
          <p className={css.notes}>
            <b>{t('current.notes')}</b> {item.notes}
          </p>
        )}
      </section>
    </section>
  );
}

/** How much of the length has gone by. */
function Progress({ show, lengthMs }: { show: Show; lengthMs: number }) {
  const ref = useDrawn<HTMLDivElement>((element) => {
    const { current } = show;
    const gone = current ? (current.heldAt ?? airNow()) - current.startedAt - current.heldMs : 0;
    const share = lengthMs > 0 ? Math.min(1, Math.max(0, gone / lengthMs)) : 0;
    element.style.transform = `scaleX(${share.toFixed(4)})`;
  });
  return (
    <div className={css.track} aria-hidden="true">
      <div ref={ref} className={css.gone} />
    </div>
  );
}
