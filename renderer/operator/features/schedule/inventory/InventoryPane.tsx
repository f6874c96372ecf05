/** What is free and what is booked: a row for each display, a box for each hour, day or month. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inventory, InventoryCell, InventoryUnit } from '../../../../../electron/contract/api/planning';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { RowSkeletons } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { FaultPanel } from '../../../shared/FaultPanel';
import { DayPick } from '../DayPick';
import schedule from '../Schedule.module.css';
import type { Day } from '../use-day';
import type { ScheduleData } from '../use-schedule-data';
import type { Chosen } from './chosen';
import css from './Inventory.module.css';
import { SlotTable } from './SlotTable';
import { columnName, columnsOf, columnTitle, spanOf } from './spans';
import { useInventory } from './use-inventory';

interface InventoryPaneProps {
  data: ScheduleData;
  day: Day;
  onDay: (date: LocalDate | undefined) => void;
}

type Row = Inventory['rows'][number];

/** Displays asked for at a time. */
const PAGE = 40;
const UNITS: InventoryUnit[] = ['hour', 'day', 'month'];

export function InventoryPane({ data, day, onDay }: InventoryPaneProps) {
  const { t } = useTranslation('planning');
  const [by, setBy] = useState<InventoryUnit>('day');
  const [shown, setShown] = useState(PAGE);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const displays = data.displays.slice(0, shown).map(({ display }) => display.id);
  const span = spanOf(by, day.date);
  const { rows, left, ...query } = useInventory(displays, { ...span, by, draftId: data.draft?.id });
  const rest = data.displays.length - displays.length;
  return (
    <div className={schedule.pane}>
      <div className={schedule.bar}>
        <SegmentedControl
          aria-label={t('inventory.by')}
          value={by}
          onChange={(value) => setBy(UNITS.find((unit) => unit === value) ?? 'day')}
          data={UNITS.map((value) => ({ value, label: t(`inventory.bys.${value}`) }))}
        />
        <DayPick label={t('inventory.by')} day={day} onDay={onDay} />
        <Legend />
      </div>
      {query.error && <FaultPanel fault={query.error} onRetry={query.retry} />}
      {query.isPending && displays.length > 0 && <RowSkeletons label={t('inventory.loading')} rows={6} height={44} />}
      {rows.length > 0 && <Grid {...{ rows, data, by, chosen }} columns={columnsOf(by, span)} onChoose={setChosen} />}
      {left > 0 && <p className={schedule.quiet}>{t('inventory.leftOut', { count: left })}</p>}
      {rest > 0 && (
        <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => setShown(shown + PAGE)}>
          {t('inventory.rest', { count: Math.min(rest, PAGE) })}
        </Button>
      )}
      <SlotTable row={rows.find(({ displayId }) => displayId === chosen?.displayId)} {...{ chosen, by, data }} />
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('planning');
  return (
    <div className={css.legend}>
      {(['full', 'some', 'much'] as const).map((level) => (
        <span key={level}>
          <i className={css.swatch} data-level={level} /> {t(`inventory.${level}`)}
        </span>
      ))}
      <span>
        <i className={css.swatch} data-level="closed" /> {t('inventory.closed')}
      </span>
      <p className={schedule.quiet}>{t('inventory.legend')}</p>
    </div>
  );
}

interface GridProps {
  rows: readonly Row[];
  data: ScheduleData;
  by: InventoryUnit;
  columns: readonly string[];
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
}

function Grid({ rows, data, by, columns, chosen, onChoose }: GridProps) {
  const { t } = useTranslation('planning');
  const { language } = useFormats();
  return (
    <section className={css.scroll} aria-label={t('inventory.label')}>
      <table className={css.grid}>
        <thead>
          <tr>
            <th scope="col">{t('inventory.display')}</th>
            {columns.map((at) => (
              <th key={at} scope="col">
                {columnName(at, by, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ displayId, cells }) => {
            const name = data.displays.find(({ display }) => display.id === displayId)?.display.name ?? '';
            const byColumn = new Map(cells.map((cell) => [cell.at, cell]));
            return (
              <tr key={displayId}>
                <th scope="row">{name}</th>
                {columns.map((at) => (
                  <td key={at}>
                    <Box
                      {...{ name, by, at }}
                      cell={byColumn.get(at)}
                      pressed={chosen?.displayId === displayId && chosen.at === at}
                      onPress={() => onChoose({ displayId, at })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface BoxProps {
  name: string;
  by: InventoryUnit;
  at: string;
  cell: InventoryCell | undefined;
  pressed: boolean;
  onPress: () => void;
}

function Box({ name, by, at, cell, pressed, onPress }: BoxProps) {
  const { t } = useTranslation('planning');
  const { percent, span, number, language } = useFormats();
  const when = columnTitle(at, by, language);
  if (!cell || cell.openMs === 0) {
    return <span className={css.box} data-level="closed" title={`${name}, ${when}: ${t('inventory.closed')}`} />;
  }
  const ratio = Math.max(0, cell.freeMs / cell.openMs);
  const said = t('inventory.cell', {
    display: name,
    at: when,
    open: span(cell.openMs),
    booked: span(cell.bookedMs),
    plays: number(cell.plays),
    free: span(Math.max(0, cell.freeMs)),
    percent: percent(ratio),
  });
  return (
    <button
      type="button"
      className={css.box}
      data-level={levelOf(ratio)}
      aria-pressed={pressed}
      aria-label={said}
      title={said}
      onClick={onPress}
    >
      {Math.round(ratio * 100)}
    </button>
  );
}

/** A slot of twenty is the least that is sold. */
const levelOf = (free: number) => (free < 0.05 ? 'full' : free < 0.5 ? 'some' : 'much');
