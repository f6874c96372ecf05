/**
 * The cart beside a rundown: eight keys, the break with its spots, levels and outputs. One page plays; on the others it shows what would
 * be played. `<CartPanel rundownId={id} />`
 */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMicrophone, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { airNow } from '../../client/air-clock';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { RowSkeletons } from '../../ui';
import { BreakView } from './BreakView';
import css from './Cart.module.css';
import { CartKey } from './CartKey';
import { Meters } from './Meters';
import { useManners } from './manners';
import { Outputs } from './Outputs';
import { PlayerSwitch } from './PlayerSwitch';
import { KEYS, pagesOf } from './slot';
import { studio } from './studio';
import { Troubles } from './Troubles';
import { useCart } from './use-cart';
import { useCartKeys } from './use-cart-keys';
import { useFollowTake } from './use-follow-take';
import { useEngine, useStanding } from './use-studio';

const FADE_ALL_MS = 1500;
/** No click, and no waiting. */
const SILENCE_MS = 30;

interface CartPanelProps {
  rundownId: string;
  /** A key was pressed, and this page does not play. */
  onMute?: () => void;
}

export function CartPanel({ rundownId, onMute }: CartPanelProps) {
  const { t } = useTranslation('cart');
  const [page, setPage] = useState(0);
  const [withTake, setWithTake] = useState(true);
  const [preview, setPreview] = useState(false);
  const cart = useCart(rundownId, page);
  const view = useEngine();
  const mine = useStanding().kind === 'mine';
  const mannerOf = useManners();
  const mayPlay = useMe().may('rundown');
  const { engine } = studio();
  useFollowTake(rundownId, cart, mine && withTake);

  const pages = pagesOf(cart.keys.length);
  const shown = Array.from({ length: KEYS }, (_, index) => cart.keys[page * KEYS + index]);
  const sounding = view.keys.length > 0 || (view.onBreak !== null && !view.onBreak.over);
  const press = (nth: number, restart: boolean) => {
    const key = shown[nth - 1];
    if (!mine && !preview) onMute?.();
    if (key?.material?.state !== 'ready') return;
    if (preview) return void engine.startPreview(key.assetId);
    if (mine) engine.press({ assetId: key.assetId, manner: mannerOf(key.assetId) }, restart);
  };
  const mic = () => engine.happen({ type: 'mic', on: !engine.view.state.mic });
  useCartKeys({
    press,
    mic,
    stopAll: () => engine.stopAll(FADE_ALL_MS),
    silence: () => engine.stopAll(SILENCE_MS),
    sounding: () => sounding,
  });
  useScreenActions([
    { id: 'cart.press', label: t('keys.press'), keys: '1 2 3 4 5 6 7 8' },
    { id: 'cart.restart', label: t('keys.restart'), keys: 'shift+1 shift+8' },
    { id: 'cart.mic', label: t('keys.mic'), keys: 'M' },
    { id: 'cart.stopAll', label: t('keys.stopAll'), keys: '0' },
    { id: 'cart.silence', label: t('keys.silence'), keys: 'Escape' },
  ]);

  if (cart.fault) return <FaultPanel fault={cart.fault} />;
  if (cart.loading) return <RowSkeletons label={t('loading')} rows={4} height={72} />;
  return (
    <section className={css.panel} aria-label={t('title')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('title')}</h2>
        {mayPlay && <PlayerSwitch withTake={withTake} onWithTake={setWithTake} />}
      </header>
      <Troubles />
      <div className={css.keys}>
        {shown.map((key, index) => (
          <CartKey
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
            key={index}
            nth={index + 1}
            assetId={key?.assetId ?? null}
            material={key?.material}
            enabled={mine || preview}
            onPress={(restart) => press(index + 1, restart)}
          />
        ))}
      </div>
      <div className={css.row}>
        {pages > 1 && (
          <span className={css.pages}>
            <ActionIcon aria-label={t('page.previous')} disabled={page === 0} onClick={() => setPage(page - 1)}>
              <IconChevronLeft size={18} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
            <span className="tabular">{t('page.of', { page: page + 1, pages })}</span>
            <ActionIcon aria-label={t('page.next')} disabled={page >= pages - 1} onClick={() => setPage(page + 1)}>
              <IconChevronRight size={18} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          </span>
        )}
        <Button
          size="compact-sm"
          variant={view.state.mic ? 'filled' : 'default'}
          aria-pressed={view.state.mic}
          leftSection={<IconMicrophone size={16} stroke={1.75} aria-hidden="true" />}
          onClick={mic}
        >
          {t(view.state.mic ? 'mic.on' : 'mic.off')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!sounding}
          leftSection={<IconPlayerStop size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => engine.stopAll(FADE_ALL_MS)}
        >
          {t('stopAll')}
        </Button>
        <Meters runs={sounding} />
      </div>
      <BreakView
        next={cart.next}
        onBreak={view.onBreak}
        onPlay={
          mine && cart.next ? () => cart.next && engine.playBreak(cart.next.item.id, cart.next.plan, airNow()) : null
        }
      />
      <Outputs preview={preview} onPreview={setPreview} />
    </section>
  );
}
