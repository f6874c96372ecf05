/** The hours of a day, with the usual ones a press away; hours over midnight are said in words. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Daypart } from '../../../../../electron/contract/records/booking';
import { TimeField } from '../../../shared/TimeField';
import css from '../Schedule.module.css';
import { endFromField, isOvernight, QUICK_DAYPARTS, startFromField, toField } from './draft';
import type { FieldProps } from './field';

export function DaypartField(props: FieldProps) {
  const { t } = useTranslation('schedule');
  const { form, onChange } = props;
  const [only] = form.dayparts;
  const change = (index: number, next: Daypart | null) =>
    onChange({ dayparts: form.dayparts.flatMap((each, at) => (at === index ? (next ?? []) : each)) });
  return (
    <div>
      {form.dayparts.map((daypart, index) => (
        <HoursRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are never reordered
          key={index}
          daypart={daypart}
          fault={props.faults.dayparts}
          onChange={(next) => change(index, next)}
          onRemove={form.dayparts.length > 1 ? () => change(index, null) : null}
        />
      ))}
      <Group gap={6} mt={8} className={css.quick}>
        {form.dayparts.length === 1 &&
          QUICK_DAYPARTS.map((daypart) => (
            <Button
              key={`${daypart.start} ${daypart.end}`}
              size="compact-sm"
              variant="default"
              aria-pressed={daypart.start === only?.start && daypart.end === only.end}
              onClick={() => onChange({ dayparts: [daypart] })}
            >
              {isWholeDay(daypart) ? t('form.wholeDay') : `${daypart.start.slice(0, 2)}–${daypart.end.slice(0, 2)}`}
            </Button>
          ))}
        {form.dayparts.length < MOST && only && !isWholeDay(only) && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange({ dayparts: [...form.dayparts, { start: '18:00:00', end: '22:00:00' }] })}
          >
            {t('form.moreHours')}
          </Button>
        )}
      </Group>
    </div>
  );
}

const MOST = 24;
const isWholeDay = ({ start, end }: Daypart) => start === '00:00:00' && end === '24:00:00';

interface HoursRowProps {
  daypart: Daypart;
  fault: true | undefined;
  onChange: (next: Daypart) => void;
  onRemove: (() => void) | null;
}

function HoursRow({ daypart: { start, end }, fault, onChange, onRemove }: HoursRowProps) {
  const { t } = useTranslation('schedule');
  return (
    <div>
      <Group align="flex-end" wrap="nowrap">
        <TimeField
          style={{ flex: 1 }}
          label={t('form.start')}
          value={toField(start)}
          error={fault && t('fault.daypart')}
          onTime={(text) => onChange({ start: startFromField(text), end })}
        />
        <TimeField
          style={{ flex: 1 }}
          label={t('form.end')}
          value={toField(end)}
          onTime={(text) => onChange({ start, end: endFromField(text) })}
        />
        {onRemove && (
          <ActionIcon variant="subtle" size="lg" aria-label={t('form.fewerHours')} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {isOvernight({ start, end }) && (
        <p className={css.fieldNote}>{t('form.overnight', { start: toField(start), end: toField(end) })}</p>
      )}
    </div>
  );
}
