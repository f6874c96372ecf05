/** The spots of the break that is on or comes next, as they will be heard, against its planned length. */
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../operator/i18n/say';
import { durationText, signedDurationText } from '../../ui';
import { type BreakLine, type BreakPlan, breakClock } from './break-plan';
import css from './Cart.module.css';
import type { BreakView as OnBreak } from './engine';
import type { NextBreak } from './use-cart';
import { useTenths } from './use-studio';

interface BreakViewProps {
  next: NextBreak | null;
  onBreak: OnBreak | null;
  /** By hand, without a take; null where this page does not play. */
  onPlay: (() => void) | null;
}

export function BreakView({ next, onBreak, onPlay }: BreakViewProps) {
  const { t } = useTranslation('cart');
  const now = useTenths(onBreak !== null);
  const plan = onBreak?.plan ?? next?.plan;
  if (!plan || plan.lines.length === 0) return <p className={css.quiet}>{t('break.none')}</p>;
  const elapsed = onBreak?.startedAt == null ? null : now - onBreak.startedAt;
  const clock = elapsed === null ? null : breakClock(plan, elapsed);
  return (
    <section className={css.break} aria-label={t('break.title')} data-on={(onBreak && !onBreak.over) || undefined}>
      <header className={css.row}>
        <h3 className={css.breakTitle}>
          {onBreak ? t('break.on') : t(next?.onAir ? 'break.unplayed' : 'break.next', { name: next?.item.title ?? '' })}
        </h3>
        <span className="tabular">
          {t('break.total', { total: durationText(plan.totalMs), planned: durationText(plan.plannedMs) })}
        </span>
        <Balance plan={plan} />
        {!onBreak && onPlay && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden="true" />}
            onClick={onPlay}
          >
            {t('break.play')}
          </Button>
        )}
      </header>
      {clock && (
        <p className={`${css.count} tabular`} role="timer">
          <strong>{`\u2212${durationText(clock.spotsMs)}`}</strong>{' '}
          {clock.plannedMs >= 0
            ? t('break.left', { left: durationText(clock.plannedMs) })
            : t('break.past', { past: durationText(-clock.plannedMs) })}
        </p>
      )}
      <ol className={css.lines}>
        {plan.lines.map((line, index) => (
          <Line key={line.spot.key} line={line} on={clock?.line === index} leftMs={clock?.lineMs ?? 0} />
        ))}
      </ol>
    </section>
  );
}

function Balance({ plan: { overMs, plannedMs, missing } }: { plan: BreakPlan }) {
  const { t } = useTranslation('cart');
  if (plannedMs === 0 || Math.abs(overMs) < 500) {
    return missing > 0 ? <span className={css.amiss}>{t('break.missing', { count: missing })}</span> : null;
  }
  const text = t(overMs > 0 ? 'break.over' : 'break.under', { by: signedDurationText(overMs) });
  return (
    <span className={css.amiss}>
      {text}
      {missing > 0 && ` · ${t('break.missing', { count: missing })}`}
    </span>
  );
}

function Line({ line: { name, material, ms, because }, on, leftMs }: { line: BreakLine; on: boolean; leftMs: number }) {
  const { t } = useTranslation('cart');
  return (
    <li className={css.line} data-on={on || undefined} data-missing={material === null || undefined}>
      <span className="one-line" title={name}>
        {name}
      </span>
      <span className="tabular">
        {material ? (on ? `\u2212${durationText(leftMs)}` : durationText(ms)) : t('break.out')}
      </span>
      {because.map((each) => (
        <span key={each.code} className={css.why}>
          {reasonText(each)}
        </span>
      ))}
    </li>
  );
}
