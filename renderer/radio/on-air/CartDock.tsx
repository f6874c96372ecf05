/**
 * The cart and the watch at the foot of the screen, before a show and during it alike: what a take starts must be there before the take.
 * Folded away the cart plays on.
 */
import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { CartPanel } from '../cart';
import { WatchPanel } from '../watch';
import css from './CartDock.module.css';

const PANELS = ['cart', 'watch', 'none'] as const;
const ROOMY_PX = 900;
type Panel = (typeof PANELS)[number];

export function CartDock({ rundownId }: { rundownId: string }) {
  const { t } = useTranslation('onAir');
  const [open, setOpen] = useLocalStorage<Panel>({
    key: 'suar.airDock',
    // On a low screen the item on air comes first.
    defaultValue: window.innerHeight < ROOMY_PX ? 'none' : 'cart',
    getInitialValueInEffect: false,
  });
  return (
    <div className={css.dock}>
      <SegmentedControl
        className={css.choice}
        size="xs"
        aria-label={t('dock.label')}
        value={open}
        onChange={(next) => setOpen(PANELS.find((panel) => panel === next) ?? 'none')}
        data={PANELS.map((panel) => ({ value: panel, label: t(`dock.${panel}`) }))}
      />
      <div className={css.body} hidden={open !== 'cart'}>
        <CartPanel rundownId={rundownId} />
      </div>
      {open === 'watch' && (
        <div className={css.body}>
          <WatchPanel />
        </div>
      )}
    </div>
  );
}
