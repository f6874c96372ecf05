/** What went wrong on air, and what was on when the page died before: it is told, and never played again by itself. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../operator/i18n/say';
import { At } from '../../operator/shared/At';
import css from './Cart.module.css';
import { studio } from './studio';
import { useEngine, useStanding } from './use-studio';

export function Troubles() {
  const { t } = useTranslation('cart');
  const { engine, interrupted } = studio();
  const { faults, running, rehearses } = useEngine();
  const [read, setRead] = useState(false);
  const mine = useStanding().kind === 'mine';
  return (
    <>
      {mine && rehearses && (
        <p role="status" className={rehearses === 'onAir' ? css.alarm : css.quiet}>
          {t(`output.rehearsal.${rehearses}`)}
        </p>
      )}
      {mine && !running && (
        <div role="alert" className={css.alarm}>
          {t('asleep')}
          <Button size="compact-sm" variant="default" onClick={() => void engine.wake()}>
            {t('wake')}
          </Button>
        </div>
      )}
      {!read && interrupted.length > 0 && (
        <div role="alert" className={css.alarm}>
          <ul className={css.lines}>
            {interrupted.map(({ report, name }) => (
              <li key={report.id}>
                {t('interrupted', { name })} <At at={report.startedAt} /> – <At at={report.endedAt} />
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="default" onClick={() => setRead(true)}>
            {t('read')}
          </Button>
        </div>
      )}
      {faults.length > 0 && (
        <div role="alert" className={css.alarm}>
          {reasonText(faults[faults.length - 1] ?? { code: 'cart.failed', params: {} })}
          <Button size="compact-sm" variant="default" onClick={() => engine.forgive()}>
            {t('read')}
          </Button>
        </div>
      )}
    </>
  );
}
