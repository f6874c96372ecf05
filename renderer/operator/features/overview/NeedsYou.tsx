/** What needs the person who looks, worst first, and what they may only know of; each with the way to where it is mended. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, StatusDot } from '../../../ui';
import { useMe } from '../../shared/use-me';
import css from './Overview.module.css';
import { useTroubles } from './use-troubles';
import { useWaiting } from './waiting';

export function NeedsYou() {
  const { t } = useTranslation('overview');
  const { may } = useMe();
  const troubles = useTroubles();
  const waiting = useWaiting();
  const isMine = ({ needs }: (typeof troubles)[number]) => needs !== null && may(needs);
  const mine = [...waiting, ...troubles.filter(isMine).flatMap(({ rows }) => rows)];
  const others = troubles.filter((trouble) => !isMine(trouble)).flatMap(({ rows }) => rows);
  const mayAct = waiting.length > 0 || may('desk') || troubles.some(isMine);
  return (
    <div className={css.needs}>
      {mayAct && (
        <Troubles title={t('needsYou')} calm={t(others.length > 0 ? 'noneForYou' : 'allWell')}>
          {mine}
        </Troubles>
      )}
      {(!mayAct || others.length > 0) && (
        <Troubles title={t('toKnow')} calm={t('allCalm')}>
          {others}
        </Troubles>
      )}
    </div>
  );
}

function Troubles({ title, calm, children }: { title: string; calm: string; children: ReactNode[] }) {
  return (
    <Section title={title}>
      {children.length > 0 ? (
        <ul className={css.list}>{children}</ul>
      ) : (
        <p className={css.calm}>
          <StatusDot tone="green">{calm}</StatusDot>
        </p>
      )}
    </Section>
  );
}
