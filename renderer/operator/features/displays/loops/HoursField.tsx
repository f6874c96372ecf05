/** When the display is open, weekday by weekday; one day's hours can be given to all. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHours } from '../../../../../electron/contract/records/loop-policy';
import type { LocalTime, Weekday } from '../../../../../electron/contract/scalars';
import { useFormats } from '../../../i18n/formats';
import { weekdayName } from '../../../shared/date-text';
import { TimeField } from '../../../shared/TimeField';
import { copyToAll, EVERY_DAY } from './draft';
import css from './Loops.module.css';

interface HoursFieldProps {
  hours: readonly OpenHours[];
  onHours: (hours: OpenHours[]) => void;
}

/** Lines a day; the record takes 56 in all. */
const MOST_LINES = 8;

export function HoursField({ hours, onHours }: HoursFieldProps) {
  const { t } = useTranslation('loops');
  const { language } = useFormats();
  const setDay = (day: Weekday, lines: OpenHours[]) =>
    onHours(EVERY_DAY.flatMap((each) => (each === day ? lines : hours.filter(({ weekday }) => weekday === each))));
  return (
    <section aria-label={t('hours')} className={css.part}>
      <h3>{t('hours')}</h3>
      {EVERY_DAY.map((day) => {
        const lines = hours.filter(({ weekday }) => weekday === day);
        const name = weekdayName(day, language);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
          <div key={day} role="group" aria-label={name} className={css.day}>
            <span className={css.dayName}>{name}</span>
            <div className={css.lines}>
              {lines.length === 0 && <span className={css.muted}>{t('closedAllDay')}</span>}
              {lines.map((line, index) => (
                <Line
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and are never reordered
                  key={index}
                  day={name}
                  line={line}
                  onLine={(next) =>
                    setDay(
                      day,
                      lines.flatMap((each, at) => (at === index ? (next ?? []) : each)),
                    )
                  }
                />
              ))}
            </div>
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                aria-label={t('addHours', { day: name })}
                disabled={lines.length >= MOST_LINES}
                onClick={() => setDay(day, [...lines, { weekday: day, opens: '06:00:00', closes: '22:00:00' }])}
              >
                <IconPlus size={16} aria-hidden="true" />
              </ActionIcon>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('copyToAllOf', { day: name })}
                leftSection={<IconCopy size={14} aria-hidden="true" />}
                onClick={() => onHours(copyToAll(hours, day))}
              >
                {t('copyToAll')}
              </Button>
            </Group>
          </div>
        );
      })}
    </section>
  );
}

interface LineProps {
  day: string;
  line: OpenHours;
  onLine: (line: OpenHours | null) => void;
}

const toField = (time: LocalTime) => (time === '24:00:00' ? '00:00' : time.slice(0, 5));

function Line({ day, line, onLine }: LineProps) {
  const { t } = useTranslation('loops');
  const field = (word: 'opens' | 'closes') => (
    <TimeField
      size="xs"
      w={96}
      aria-label={t(`${word}Of`, { day })}
      value={toField(line[word])}
      onTime={(text) => onLine({ ...line, [word]: `${text}:00` })}
    />
  );
  return (
    <div className={css.line}>
      {field('opens')}
      <span aria-hidden="true">–</span>
      {field('closes')}
      {line.closes <= line.opens && <span className={css.muted}>{t('nextDay')}</span>}
      <ActionIcon size="md" aria-label={t('removeHours', { day })} onClick={() => onLine(null)}>
        <IconTrash size={14} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
