/** The slots of a loop, drawn to scale: choose one to change, move or remove it; add more at the end. */
import { Button, Group, Select } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../../../electron/contract/records/loop-policy';
import { loopMs } from '../../../../../electron/domain/loops';
import { Duration } from '../../../../ui';
import { NumberField } from '../../../shared/NumberField';
import { type LoopForm, moveSlot, PURPOSES, playRange, type SlotRow, slotRow, USUAL_SECONDS } from './draft';
import css from './Loops.module.css';
import { usePlaysText } from './use-plays-text';

interface SlotsFieldProps {
  form: LoopForm;
  onSlots: (slots: SlotRow[]) => void;
}

const MOST = 240;

export function SlotsField({ form, onSlots }: SlotsFieldProps) {
  const { t } = useTranslation('loops');
  const { slots, hours } = form;
  const playsText = usePlaysText();
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(slots[0]?.key ?? null);
  const at = slots.findIndex(({ key }) => key === chosen);
  const slot = slots[at];
  const change = (part: Partial<Slot>) =>
    onSlots(slots.map((each) => (each.key === chosen ? { ...each, ...part } : each)));
  const focus = (key: string | undefined) => {
    if (key === undefined) return;
    choose(key);
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>(`[data-slot="${key}"]`)?.focus());
  };
  const remove = () => {
    onSlots(slots.filter(({ key }) => key !== chosen));
    focus((slots[at + 1] ?? slots[at - 1])?.key);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0 && event.altKey && chosen) onSlots(moveSlot(slots, chosen, step));
    else if (step !== 0) focus(slots[at + step]?.key);
    else if (event.key === 'Delete' && slot) remove();
    else return;
    event.preventDefault();
  };
  return (
    <section aria-label={t('slots')} className={css.part}>
      <div className={css.sum}>
        <h3>{t('slots')}</h3>
        <span role="status">
          {t('sum', { count: slots.length })} <Duration ms={loopMs(slots)} className={css.strong} /> ·{' '}
          {t('eachSlot', { plays: playsText(playRange(slots, hours)) })}
        </span>
      </div>
      <div ref={bar} className={css.bar} role="toolbar" aria-label={t('slotsHow')} onKeyDown={press}>
        {slots.map(({ key, ms, purpose }, index) => (
          <button
            key={key}
            type="button"
            className={css.slot}
            data-slot={key}
            data-purpose={purpose}
            aria-pressed={key === chosen}
            tabIndex={key === chosen || (at < 0 && index === 0) ? 0 : -1}
            style={{ flexGrow: ms }}
            aria-label={t('slotIs', { slot: index + 1, seconds: ms / 1000, purpose: t(`purpose.${purpose}`) })}
            onClick={() => choose(key)}
          >
            <span>{index + 1}</span>
            <strong>{t(`letter.${purpose}`)}</strong>
          </button>
        ))}
      </div>
      <Group gap={8}>
        {USUAL_SECONDS.map((seconds) => (
          <Button
            key={seconds}
            size="compact-md"
            variant="default"
            disabled={slots.length >= MOST}
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => {
              const added = slotRow({ ms: seconds * 1000, purpose: slot?.purpose ?? 'any' });
              onSlots([...slots, added]);
              choose(added.key);
            }}
          >
            {t('addSlot', { seconds })}
          </Button>
        ))}
      </Group>
      {slot && (
        <fieldset className={css.slotFields}>
          <legend>{t('slotN', { slot: at + 1, plays: playsText(playRange(slots, hours, at)) })}</legend>
          <NumberField
            w={110}
            label={t('seconds')}
            min={1}
            max={3600}
            value={slot.ms / 1000}
            onNumber={(value) => change({ ms: (value ?? 0) * 1000 })}
          />
          <Select
            w={240}
            label={t('purposeOf')}
            allowDeselect={false}
            data={PURPOSES.map((value) => ({ value, label: `${t(`letter.${value}`)} · ${t(`purpose.${value}`)}` }))}
            value={slot.purpose}
            onChange={(value) => change({ purpose: PURPOSES.find((each) => each === value) ?? 'any' })}
          />
          <Group gap={4} wrap="nowrap">
            <Button
              variant="default"
              px={10}
              aria-label={t('earlier')}
              disabled={at === 0}
              onClick={() => onSlots(moveSlot(slots, slot.key, -1))}
            >
              <IconArrowLeft size={16} aria-hidden="true" />
            </Button>
            <Button
              variant="default"
              px={10}
              aria-label={t('later')}
              disabled={at === slots.length - 1}
              onClick={() => onSlots(moveSlot(slots, slot.key, 1))}
            >
              <IconArrowRight size={16} aria-hidden="true" />
            </Button>
            <Button variant="default" leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={remove}>
              {t('removeSlot')}
            </Button>
          </Group>
        </fieldset>
      )}
    </section>
  );
}
