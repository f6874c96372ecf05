import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LockNow } from '../../../../electron/contract/api/rules';
import { useWhen } from '../../../operator/i18n/use-when';
import { useMe } from '../../../operator/shared/use-me';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import own from './Locks.module.css';

export function LockCard({ lock, now, onAsk }: { lock: LockNow; now: number; onAsk: () => void }) {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const { stretch, end } = useWhen();
  const { name, source, categories, from, until, liftedUntil } = lock;
  const standing = from > now ? 'comes' : liftedUntil === null ? 'holds' : 'lifted';
  return (
    <li className={css.rule} data-kind={standing === 'holds' ? 'lock' : undefined}>
      <header>
        {standing === 'lifted' ? (
          <IconLockOpen size={18} aria-hidden="true" />
        ) : (
          <IconLock size={18} aria-hidden="true" />
        )}
        <h2>{name}</h2>
        <span className={own.standing} data-standing={standing}>
          {t(`locks.${standing}`)}
        </span>
      </header>
      <p className={css.sentence}>
        {stretch(from, until)}
        {liftedUntil !== null && ` · ${t('locks.liftedUntil', { at: end(liftedUntil) })}`}
      </p>
      <p className={desk.muted}>
        {t('locks.about', { categories: categories.join(', ') || t('what.all') })} ·{' '}
        {t('sourceOf', { source: source || t('noSource') })}
      </p>
      {may('desk') && (
        <div className={desk.commands}>
          <Button size="compact-md" variant="default" onClick={onAsk}>
            {t('locks.ask')}
          </Button>
        </div>
      )}
    </li>
  );
}
