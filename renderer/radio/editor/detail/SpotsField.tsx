/** What is played: in its order, with what is wrong at once, and the sum against the length. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemSpot } from '../../../../electron/contract/records/rundown-item';
import { newId } from '../../../../electron/contract/ulid';
import { reasonTexts } from '../../../operator/i18n/say';
import { Duration } from '../../../ui';
import { MaterialPicker, Thumb } from '../../shared/MaterialPicker';
import { Over } from '../../shared/Over';
import { TroubleNote } from '../../shared/TroubleNote';
import { lengthOfMaterial, troubleOf } from '../../shared/use-materials';
import { useFill } from '../../spots/use-fill';
import { useProposal } from '../../spots/use-proposal';
import { useEditor } from '../context';
import { spotsLength } from '../materials-of';
import css from './Detail.module.css';
import type { PartProps } from './TimingFields';

export function SpotsField({ item, off, keep }: PartProps) {
  const { t } = useTranslation(['rundowns', 'spots']);
  const { materials, rundown } = useEditor();
  const proposal = useProposal(rundown.id);
  const differs = proposal?.breaks.some(({ itemId, same }) => itemId === item.id && !same) ?? false;
  const fill = useFill(rundown.id);
  const [picking, setPicking] = useState(false);
  const total = spotsLength(item, materials);
  const known = item.spots.every(({ assetId }) => materials.get(assetId));
  return (
    <section className={css.field} aria-label={t('spots.title')}>
      <div className={css.fieldHead}>
        <span className={css.label}>{t('spots.title')}</span>
        {item.spots.length > 0 && (
          <span className={css.sum}>
            <Duration ms={total} /> {known && <Over ms={total - item.durationMs} />}
          </span>
        )}
      </div>
      <ol className={css.spots}>
        {item.spots.map((spot, at) => (
          <SpotLine key={spot.key} spot={spot} at={at} item={item} off={off} keep={keep} />
        ))}
      </ol>
      {!off && (
        <div className={css.buttons}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setPicking(true)}
          >
            {t('spots.add')}
          </Button>
          {differs && (
            <Button size="xs" loading={fill.isPending} onClick={() => fill.mutate([item.id])}>
              {t('spots:break.fill')}
            </Button>
          )}
          {known && total > 0 && total !== item.durationMs && (
            <Button size="xs" variant="subtle" onClick={() => keep({ durationMs: Math.round(total / 1000) * 1000 })}>
              {t('spots.asLength')}
            </Button>
          )}
        </div>
      )}
      {picking && (
        <MaterialPicker
          title={t('spots.add')}
          kinds={['audio', 'video']}
          date={rundown.date}
          onClose={() => setPicking(false)}
          onTake={(asset) =>
            keep({ spots: [...item.spots, { key: newId(), assetId: asset.id, bookingId: null }].slice(0, 100) })
          }
        />
      )}
    </section>
  );
}

function SpotLine({ spot, at, item, off, keep }: PartProps & { spot: ItemSpot; at: number }) {
  const { t } = useTranslation(['rundowns', 'spots']);
  const { materials, keptOut, rundown } = useEditor();
  const proposal = useProposal(rundown.id);
  const asset = materials.get(spot.assetId);
  const name = asset?.name ?? (asset === null ? t('trouble.gone') : '…');
  const length = lengthOfMaterial(asset);
  const trouble = troubleOf(asset, rundown.date);
  const why = trouble ? [] : reasonTexts(keptOut(spot));
  const bookedWords = (id: string) => {
    const booking = proposal?.bookings.find((each) => each.id === id)?.name;
    return booking === '' ? t('spots:break.gone') : t('spots:break.booked', { name: booking ?? '…' });
  };
  const move = (by: -1 | 1) => {
    const rest = item.spots.filter(({ key }) => key !== spot.key);
    keep({ spots: [...rest.slice(0, at + by), spot, ...rest.slice(at + by)] });
  };
  return (
    <li className={css.spot}>
      <Thumb asset={asset} />
      <div className={css.spotName}>
        <span className="two-lines" title={name}>
          {name}
        </span>
        <span className={css.spotNote}>{length > 0 && <Duration ms={length} />}</span>
        {spot.bookingId !== null && <span className={css.spotNote}>{bookedWords(spot.bookingId)}</span>}
      </div>
      {!off && (
        <>
          <ActionIcon size="sm" disabled={at === 0} aria-label={t('spots.up', { name })} onClick={() => move(-1)}>
            <IconArrowUp size={14} stroke={1.75} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            disabled={at === item.spots.length - 1}
            aria-label={t('spots.down', { name })}
            onClick={() => move(1)}
          >
            <IconArrowDown size={14} stroke={1.75} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t('spots.remove', { name })}
            onClick={() => keep({ spots: item.spots.filter(({ key }) => key !== spot.key) })}
          >
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </>
      )}
      <TroubleNote trouble={trouble} />
      {why.map((text) => (
        <p key={text} className={css.spotWhy}>
          {text}
        </p>
      ))}
    </li>
  );
}
