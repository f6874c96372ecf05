/** One key: its number, what it plays, how long still. Beds, and where a sound begins and ends, are set in its menu. */
import { ActionIcon, Checkbox, NumberInput, Popover } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CartMaterial } from '../../../electron/contract/api/cart';
import { reasonText } from '../../operator/i18n/say';
import { durationText } from '../../ui';
import css from './Cart.module.css';
import { setManner, useManners } from './manners';
import { heardOf, type SlotManner } from './slot';
import { useEngine, useTenths } from './use-studio';

interface CartKeyProps {
  nth: number;
  assetId: string | null;
  material: CartMaterial | undefined;
  enabled: boolean;
  onPress: (restart: boolean) => void;
}

export function CartKey({ nth, assetId, material, enabled, onPress }: CartKeyProps) {
  const { t } = useTranslation('cart');
  const { keys, previewing } = useEngine();
  const manner = useManners()(assetId ?? '');
  const playing =
    keys.find((key) => key.assetId === assetId && !key.fading) ?? keys.find((key) => key.assetId === assetId);
  const now = useTenths(playing !== undefined);
  if (!assetId || !material) {
    return (
      <div className={css.empty}>
        <span className={css.nth}>{nth}</span> {t('key.empty')}
      </div>
    );
  }
  const ready = material.state === 'ready' ? material : null;
  const ms = ready ? heardOf(manner, ready.durationMs).ms : 0;
  const elapsed = playing?.startedAt == null ? 0 : now - playing.startedAt;
  const share = playing?.ms ? Math.min(1, elapsed / playing.ms) : 0;
  const state = playing ? 'on' : previewing === assetId ? 'preview' : ready ? 'ready' : 'refused';
  const because = material.state === 'ready' ? material.warnings : material.because;
  return (
    <div className={css.key} data-state={state} data-fading={playing?.fading || undefined}>
      <button
        type="button"
        className={css.press}
        disabled={!ready || !enabled}
        aria-pressed={playing !== undefined}
        title={because.map(reasonText).join(' ') || material.name}
        onClick={(event) => onPress(event.shiftKey)}
      >
        <span className={css.nth}>{nth}</span>
        <span className={`${css.name} two-lines`}>{material.name}</span>
        <span className={`${css.left} tabular`}>{leftText()}</span>
        <span className={css.state}>{t(`key.${playing?.fading ? 'fading' : state}`)}</span>
        {because[0] && <span className={`${css.why} two-lines`}>{reasonText(because[0])}</span>}
        <span className={css.progress} style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
      </button>
      {ready && <Manner assetId={assetId} name={material.name} manner={manner} />}
    </div>
  );

  function leftText(): string {
    if (!ready) return '';
    if (manner.loop) return playing ? durationText(elapsed) : t('key.bed');
    return playing ? `\u2212${durationText(Math.max(0, (playing.ms ?? ms) - elapsed))}` : durationText(ms);
  }
}

function Manner({ assetId, name, manner }: { assetId: string; name: string; manner: SlotManner }) {
  const { t } = useTranslation('cart');
  const seconds = (field: 'cueInMs' | 'cueOutMs' | 'fadeInMs' | 'fadeOutMs') => (
    <NumberInput
      size="xs"
      label={t(`manner.${field}`)}
      min={0}
      step={0.1}
      decimalScale={3}
      hideControls
      value={manner[field] === null ? '' : manner[field] / 1000}
      placeholder={t('manner.toEnd')}
      onChange={(value) => {
        const ms = typeof value === 'number' ? Math.round(value * 1000) : field === 'cueOutMs' ? null : 0;
        const most = field.startsWith('fade') ? 10_000 : Number.MAX_SAFE_INTEGER;
        setManner(assetId, { [field]: ms === null ? null : Math.min(ms, most) });
      }}
    />
  );
  return (
    <Popover position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon className={css.more} size="sm" aria-label={t('manner.open', { name })}>
          <IconAdjustments size={16} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={css.manner}>
        <Checkbox
          label={t('manner.loop')}
          checked={manner.loop}
          onChange={(event) => setManner(assetId, { loop: event.currentTarget.checked })}
        />
        {seconds('cueInMs')}
        {seconds('cueOutMs')}
        {seconds('fadeInMs')}
        {seconds('fadeOutMs')}
        <NumberInput
          size="xs"
          label={t('manner.gainDb')}
          min={-40}
          max={6}
          hideControls
          value={manner.gainDb}
          onChange={(value) =>
            typeof value === 'number' && setManner(assetId, { gainDb: Math.max(-40, Math.min(6, value)) })
          }
        />
      </Popover.Dropdown>
    </Popover>
  );
}
