/**
 * The cart at the foot of the screen, before a show and during it alike: what a take starts must be there before the take. Folded away
 * it plays on.
 */
import { UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CartPanel } from '../cart';
import css from './CartDock.module.css';

export function CartDock({ rundownId }: { rundownId: string }) {
  const { t } = useTranslation('onAir');
  const body = useId();
  const [open, setOpen] = useLocalStorage({ key: 'suar.cartOpen', defaultValue: true, getInitialValueInEffect: false });
  const Icon = open ? IconChevronDown : IconChevronUp;
  return (
    <div className={css.dock}>
      <UnstyledButton
        className={css.fold}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon size={16} stroke={1.75} aria-hidden="true" />
        {t(open ? 'cart.fold' : 'cart.unfold')}
      </UnstyledButton>
      <div id={body} className={css.body} hidden={!open}>
        <CartPanel rundownId={rundownId} />
      </div>
    </div>
  );
}
