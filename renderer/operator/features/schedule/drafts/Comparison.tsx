/** What two schedules do otherwise: which two, on which days, and the plays each booking gains or loses. */
import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../../../electron/contract/api/drafts';
import { ScheduleSource } from '../../../../../electron/contract/records/schedule-version';
import { orpc } from '../../../../client/client';
import { RowSkeletons } from '../../../../ui';
import { DayField } from '../../../shared/DayField';
import { FaultPanel } from '../../../shared/FaultPanel';
import type { ScheduleData } from '../use-schedule-data';
import { DifferenceTable } from './DifferenceTable';
import css from './Drafts.module.css';
import { useSources } from './use-sources';

interface ComparisonProps {
  data: ScheduleData;
  /** The first day that is looked at. */
  day: string;
  before: ScheduleSource;
  after: ScheduleSource;
}

const DAYS = [1, 7, 31] as const;
/** Each answer goes further than the last, since the station remembers what it has counted; in the end what is there has to do. */
const MOST_ASKED = 8;
const ASK_AGAIN_MS = 300;

const isWhole = ({ looked }: Difference) => looked.displays === looked.ofDisplays;

export function Comparison({ data, day, ...given }: ComparisonProps) {
  const { t } = useTranslation('drafts');
  const [asked, setAsked] = useState({ ...given, from: day, days: 7 });
  const sources = useSources();
  const query = useQuery({
    ...orpc.drafts.compare.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: ({ state: { data: known, dataUpdateCount } }) =>
      known && !isWhole(known) && dataUpdateCount < MOST_ASKED && ASK_AGAIN_MS,
  });
  const change = (part: Partial<typeof asked>) => setAsked((now) => ({ ...now, ...part }));
  return (
    <>
      <div className={css.asked}>
        {(['before', 'after'] as const).map((side) => (
          <Select
            key={side}
            label={t(`compare.${side}`)}
            data={sources}
            allowDeselect={false}
            value={JSON.stringify(asked[side])}
            onChange={(value) => value && change({ [side]: ScheduleSource.parse(JSON.parse(value)) })}
          />
        ))}
        <div>
          <DayField label={t('compare.from')} value={asked.from} onDay={(from) => from && change({ from })} w={200} />
          <SegmentedControl
            aria-label={t('compare.days')}
            value={String(asked.days)}
            onChange={(days) => change({ days: Number(days) })}
            data={DAYS.map((days) => ({ value: String(days), label: t('compare.day', { count: days }) }))}
          />
        </div>
      </div>
      {query.error && <FaultPanel fault={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowSkeletons label={t('compare.loading')} rows={4} height={40} />}
      {query.data && !query.error && <DifferenceTable difference={query.data} data={data} />}
    </>
  );
}
