/** One booking of a comparison; pressed, both of its versions. */
import { Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceRow } from '../../../../../electron/contract/api/drafts';
import { signedDurationText } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { formOf } from '../form/draft';
import { TwoVersions } from '../form/TwoVersions';
import type { ScheduleData } from '../use-schedule-data';
import { KindBadge } from './DraftBadge';
import css from './Drafts.module.css';

export function DifferenceLine({ row, data }: { row: DifferenceRow; data: ScheduleData }) {
  const { t } = useTranslation('drafts');
  const { number } = useFormats();
  const [open, setOpen] = useState(false);
  const { name, kind, plays, ms } = row;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <span className={css.name}>
            {kind === 'same' ? (
              <span>{name}</span>
            ) : (
              <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
                {name}
              </button>
            )}
            <KindBadge kind={kind} />
          </span>
        </Table.Td>
        <Table.Td className={`tabular ${css.number}`}>{number(plays.before)}</Table.Td>
        <Table.Td className={`tabular ${css.number}`}>{number(plays.after)}</Table.Td>
        <Table.Td className={`tabular ${css.number}`}>
          <Gain value={plays.after - plays.before} text={number(Math.abs(plays.after - plays.before))} />
        </Table.Td>
        <Table.Td className={`tabular ${css.number}`}>
          {ms.after === ms.before ? '–' : signedDurationText(ms.after - ms.before)}
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <TwoVersions
              data={data}
              left={row.before && formOf(row.before)}
              right={row.after && formOf(row.after)}
              names={[t('column.before'), t('column.after')]}
            />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** An arrow beside the sign: never colour alone. */
function Gain({ value, text }: { value: number; text: string }) {
  if (value === 0) return <>–</>;
  const Arrow = value > 0 ? IconArrowUp : IconArrowDown;
  return (
    <span className={value > 0 ? css.gain : css.loss}>
      <Arrow size={14} stroke={2} aria-hidden="true" style={{ verticalAlign: '-2px' }} />
      {value > 0 ? `+${text}` : `\u2212${text}`}
    </span>
  );
}
