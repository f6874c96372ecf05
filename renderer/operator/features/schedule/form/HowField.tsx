/** How often it airs: five kinds, each with its fields and a sentence of what it means. */
import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BookingHow } from '../../../../../electron/contract/records/booking';
import { NumberField } from '../../../shared/NumberField';
import { TimeField } from '../../../shared/TimeField';
import css from '../Schedule.module.css';
import type { FieldProps } from './field';

const KINDS = ['rotation', 'slot', 'share', 'frequency', 'exact'] as const;
type Kind = (typeof KINDS)[number];

/** What each kind begins with when it is chosen. */
const FIRST: { [K in Kind]: Extract<BookingHow, { kind: K }> } = {
  rotation: { kind: 'rotation' },
  slot: { kind: 'slot', slot: 1, every: 1, first: 0 },
  share: { kind: 'share', percent: 10 },
  frequency: { kind: 'frequency', plays: 4, per: 'hour' },
  exact: { kind: 'exact', times: ['12:00:00'], whenTaken: 'delay' },
};

export function HowField({ form, faults, onChange }: FieldProps) {
  const { t } = useTranslation('planning');
  const { how } = form;
  const set = (next: BookingHow) => onChange({ how: next });
  return (
    <div>
      <Select
        label={t('how.label')}
        allowDeselect={false}
        value={how.kind}
        data={KINDS.map((value) => ({ value, label: t(`how.kinds.${value}`) }))}
        onChange={(kind) => kind && set(FIRST[kind as Kind])}
      />
      <p className={css.fieldNote}>{t(`how.means.${how.kind}`)}</p>
      <KindFields how={how} set={set} />
      {faults.how && (
        <p className={css.fieldFault} role="alert">
          {t('how.fault')}
        </p>
      )}
    </div>
  );
}

interface KindProps<K extends Kind = Kind> {
  how: Extract<BookingHow, { kind: K }>;
  set: (next: BookingHow) => void;
}

function KindFields({ how, set }: KindProps) {
  switch (how.kind) {
    case 'rotation':
      return null;
    case 'slot':
      return <SlotFields how={how} set={set} />;
    case 'share':
      return <ShareFields how={how} set={set} />;
    case 'frequency':
      return <FrequencyFields how={how} set={set} />;
    case 'exact':
      return <ExactFields how={how} set={set} />;
    default:
      return how satisfies never;
  }
}

interface CountProps {
  label: string;
  value: number;
  min?: number;
  max: number;
  unit?: string;
  mt?: number;
  onCount: (value: number) => void;
}

function Count({ onCount, min = 1, ...shown }: CountProps) {
  return (
    <NumberField
      {...shown}
      min={min}
      onNumber={(value) => value !== null && onCount(Math.min(Math.max(value, min), shown.max))}
    />
  );
}

function SlotFields({ how, set }: KindProps<'slot'>) {
  const { t } = useTranslation('planning');
  return (
    <Group grow mt={8} align="flex-end">
      <Count label={t('how.slot')} value={how.slot} max={240} onCount={(slot) => set({ ...how, slot })} />
      <Count
        label={t('how.every')}
        value={how.every}
        max={1000}
        onCount={(every) => set({ ...how, every, first: Math.min(how.first, every - 1) })}
      />
      <Count
        label={t('how.first')}
        value={how.first + 1}
        max={how.every}
        onCount={(n) => set({ ...how, first: n - 1 })}
      />
    </Group>
  );
}

function ShareFields({ how, set }: KindProps<'share'>) {
  const { t } = useTranslation('planning');
  return (
    <Count
      mt={8}
      label={t('how.percent')}
      value={how.percent}
      max={100}
      unit="%"
      onCount={(percent) => set({ ...how, percent })}
    />
  );
}

function FrequencyFields({ how, set }: KindProps<'frequency'>) {
  const { t } = useTranslation('planning');
  return (
    <Group mt={8} align="flex-end">
      <Count label={t('how.plays')} value={how.plays} max={3600} onCount={(plays) => set({ ...how, plays })} />
      <SegmentedControl
        aria-label={t('how.per')}
        value={how.per}
        onChange={(per) => set({ ...how, per: per === 'day' ? 'day' : 'hour' })}
        data={(['hour', 'day'] as const).map((value) => ({ value, label: t(`how.pers.${value}`) }))}
      />
    </Group>
  );
}

const MOST_TIMES = 200;

function ExactFields({ how, set }: KindProps<'exact'>) {
  const { t } = useTranslation('planning');
  const change = (index: number, next: string | null) =>
    set({ ...how, times: how.times.flatMap((each, at) => (at === index ? (next ?? []) : each)) });
  return (
    <div>
      {how.times.map((time, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and keep their place while typed in
        <Group key={index} mt={8} align="flex-end" wrap="nowrap">
          <TimeField
            style={{ flex: 1 }}
            label={t('how.time', { n: index + 1 })}
            seconds
            value={time}
            onTime={(text) => change(index, text)}
          />
          {how.times.length > 1 && (
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('how.fewer', { n: index + 1 })}
              onClick={() => change(index, null)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Group mt={8} justify="space-between">
        {how.times.length < MOST_TIMES && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set({ ...how, times: [...how.times, how.times.at(-1) ?? '12:00:00'] })}
          >
            {t('how.more')}
          </Button>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('how.whenTaken')}
          value={how.whenTaken}
          onChange={(value) => set({ ...how, whenTaken: value === 'join' ? 'join' : 'delay' })}
          data={(['delay', 'join'] as const).map((value) => ({ value, label: t(`how.taken.${value}`) }))}
        />
      </Group>
    </div>
  );
}
