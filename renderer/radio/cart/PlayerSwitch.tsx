/** Whether this page is the one that plays, and whether takes start its spots. */
import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../operator/shared/use-command';
import { StatusDot } from '../../ui';
import css from './Cart.module.css';
import { studio } from './studio';
import { useStanding } from './use-studio';

export function PlayerSwitch({ withTake, onWithTake }: { withTake: boolean; onWithTake: (on: boolean) => void }) {
  const { t } = useTranslation('cart');
  const standing = useStanding();
  const { engine, lease } = studio();
  const take = useCommand({
    run: (force: boolean) => {
      void engine.wake();
      return lease.take(force);
    },
    // The button that was pressed is gone: a neighbour of it would have the next key.
    onDone: () => document.querySelector<HTMLElement>('[data-live]')?.focus({ preventScroll: true }),
  });
  if (standing.kind === 'mine') {
    return (
      <span className={css.player}>
        <StatusDot tone={standing.unheard ? 'amber' : 'green'}>
          {t(standing.unheard ? 'player.unheard' : 'player.mine')}
        </StatusDot>
        <Switch
          size="sm"
          label={t('player.withTake')}
          checked={withTake}
          onChange={(event) => onWithTake(event.currentTarget.checked)}
        />
        <Button size="compact-sm" variant="default" onClick={() => void lease.drop()}>
          {t('player.drop')}
        </Button>
      </span>
    );
  }
  const other = standing.kind === 'other' ? standing.holder : null;
  return (
    <span className={css.player}>
      <StatusDot tone={other ? 'amber' : 'grey'}>
        {other ? t('player.other', { name: other.name }) : t('player.idle')}
      </StatusDot>
      <Button size="compact-sm" loading={take.isPending} onClick={() => take.mutate(other !== null)}>
        {t(other ? 'player.takeOver' : 'player.take')}
      </Button>
    </span>
  );
}
