/**
 * The cart and the watch at the foot of the screen, before a show and during it alike: what a take starts must be there before the take.
 * Folded away the cart plays on.
 */
import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartPanel } from '../cart';
import { WatchPanel } from '../watch';
import css from './CartDock.module.css';
import { NoPlayer } from './NoPlayer';

const PANELS = ['cart', 'watch', 'none'] as const;
const ROOMY_PX = 900;
/** Long enough to read what a key did not do. */
const SAID_MS = 8000;
type Panel = (typeof PANELS)[number];

export function CartDock({ rundownId }: { rundownId: string }) {
  const { t } = useTranslation('onAir');
  const [open, setOpen] = useLocalStorage<Panel>({
    key: 'suar.airDock',
    // On a low screen the item on air comes first.
    defaultValue: window.innerHeight < ROOMY_PX ? 'none' : 'cart',
    getInitialValueInEffect: false,
  });
  const [pressedAt, setPressedAt] = useState<number | null>(null);
  useEffect(() => {
    if (pressedAt === null) return;
    const forget = setTimeout(() => setPressedAt(null), SAID_MS);
    return () => clearTimeout(forget);
  }, [pressedAt]);
  return (
    <div className={css.dock}>
      <NoPlayer rundownId={rundownId} pressed={pressedAt !== null} />
      <SegmentedControl
        className={css.choice}
        size="xs"
        aria-label={t('dock.label')}
        value={open}
        onChange={(next) => setOpen(PANELS.find((panel) => panel === next) ?? 'none')}
        data={PANELS.map((panel) => ({ value: panel, label: t(`dock.${panel}`) }))}
      />
      <div className={css.body} hidden={open !== 'cart'}>
        <CartPanel rundownId={rundownId} onMute={() => setPressedAt(performance.now())} />
      </div>
      {open === 'watch' && (
        <div className={css.body}>
          <WatchPanel />
        </div>
      )}
    </div>
  );
}
