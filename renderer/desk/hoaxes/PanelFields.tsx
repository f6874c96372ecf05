import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { DaysField, USUAL_DAYS } from './DaysField';

interface Panels {
  displayIds: string[];
  groupIds: string[];
  days: number;
}

export const NO_PANELS: Panels = { displayIds: [], groupIds: [], days: USUAL_DAYS };

export const isBooked = ({ displayIds, groupIds }: Panels): boolean => displayIds.length + groupIds.length > 0;

interface PanelFieldsProps {
  today: LocalDate;
  panels: Panels;
  /** Some show it already. */
  isAgain: boolean;
  onChange: (panels: Panels) => void;
}

export function PanelFields({ today, panels, isAgain, onChange }: PanelFieldsProps) {
  const { t } = useTranslation('hoaxes');
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  return (
    <>
      <MultiSelect
        label={t('form.displays')}
        description={t(isAgain ? 'form.displaysAgain' : 'form.displaysWords')}
        searchable
        data={displays.map(({ display: { id, name } }) => ({ value: id, label: name }))}
        value={panels.displayIds}
        onChange={(displayIds) => onChange({ ...panels, displayIds })}
      />
      {groups.length > 0 && (
        <MultiSelect
          label={t('form.groups')}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={panels.groupIds}
          onChange={(groupIds) => onChange({ ...panels, groupIds })}
        />
      )}
      {isBooked(panels) && (
        <DaysField today={today} days={panels.days} onDays={(days) => onChange({ ...panels, days })} />
      )}
    </>
  );
}
