/** Make-goods: what was planned and not shown, why, and one action to give it again. */
import { Button, Modal, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Debt, MOST_DEBT_DAYS, MOST_SCHEDULED } from '../../../../electron/contract/api/make-goods';
import { dateOf, dayNumber } from '../../../../electron/domain/calendar';
import { client, orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { EmptyState, RowSkeletons } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { reasonText } from '../../i18n/say';
import { todayIn, toInstant } from '../../shared/days';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import css from './Proof.module.css';
import type { ProofSearch } from './search';

/** Days looked back where none are asked for. */
const USUAL_DAYS = 14;

export function DebtsPane({ search, zone }: { search: ProofSearch; zone: string }) {
  const { t } = useTranslation('proof');
  const { may } = useMe();
  const [waived, setWaived] = useState<Debt | null>(null);
  const debts = useQuery(orpc.makeGoods.debts.queryOptions({ input: inputOf(search, zone) }));
  const schedule = useCommand({
    run: (all: readonly Debt[]) => client.makeGoods.schedule({ debts: all.slice(0, MOST_SCHEDULED).map(keyOf) }),
    done: ({ scheduled }) => {
      const plays = scheduled.flatMap(({ booked }) => booked).reduce((sum, each) => sum + each.plays, 0);
      const left = scheduled.reduce((sum, each) => sum + each.left, 0);
      const because = scheduled.flatMap((each) => (each.because ? [reasonText(each.because)] : []));
      return [t('debts.done', { plays }), ...(left > 0 ? because.slice(0, 2) : [])].join(' ');
    },
    undo: true,
  });
  if (debts.isError) return <FaultPanel fault={debts.error} onRetry={() => void debts.refetch()} />;
  if (!debts.data) return <RowSkeletons label={t('debts.loading')} rows={8} height={44} />;
  const open = debts.data.filter(({ owed, coming }) => owed > coming);
  if (debts.data.length === 0)
    return (
      <EmptyState icon={<IconCircleCheck size={36} stroke={1.5} />} title={t('debts.none')}>
        {t('debts.noneWords')}
      </EmptyState>
    );
  return (
    <>
      <div className={css.debtsHead}>
        <p>{t('debts.sum', { plays: sumOf(debts.data), coming: debts.data.reduce((sum, d) => sum + d.coming, 0) })}</p>
        {may('schedule') && open.length > 0 && (
          <Button
            leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden="true" />}
            loading={schedule.isPending}
            onClick={() => schedule.mutate(open)}
          >
            {t('debts.scheduleAll')}
          </Button>
        )}
      </div>
      <ul className={css.agencies} aria-label={t('debts.byAgency')}>
        {byAgency(debts.data).map(([name, plays]) => (
          <li key={name ?? ''}>
            {name ?? t('debts.noAgency')} <strong className="tabular">{plays}</strong>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1) */}
      <section className={css.box} tabIndex={0} aria-label={t('debts.title')}>
        <table className={css.debts}>
          <thead>
            <tr>
              {(['day', 'booking', 'display', 'planned', 'shown', 'owed', 'why'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`debts.column.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t('debts.column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {debts.data.map((debt) => (
              <DebtRow
                key={`${debt.day} ${debt.displayId} ${debt.bookingId}`}
                debt={debt}
                onSchedule={may('schedule') ? () => schedule.mutate([debt]) : null}
                onWaive={() => setWaived(debt)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {waived && <Waive debt={waived} onClose={() => setWaived(null)} />}
    </>
  );
}

interface DebtRowProps {
  debt: Debt;
  onSchedule: (() => void) | null;
  onWaive: () => void;
}

function DebtRow({ debt, onSchedule, onWaive }: DebtRowProps) {
  const { t } = useTranslation('proof');
  const formats = useFormats();
  const { day, bookingName, agencyName, displayName, planned, shown, owed, coming, why } = debt;
  const open = owed > coming;
  return (
    <tr>
      <td className={`tabular ${css.start}`}>{formats.date(toInstant(day, '12:00:00', formats.zone))}</td>
      <td>
        {bookingName}
        {agencyName && <span className={css.day}> · {agencyName}</span>}
      </td>
      <td>{displayName}</td>
      <td className="tabular">{planned}</td>
      <td className="tabular">{shown}</td>
      <td className="tabular">
        <strong>{owed}</strong>
        {coming > 0 && <span className={css.day}> {t('debts.coming', { plays: coming })}</span>}
      </td>
      <td>{why.map(({ kind, plays }) => t(`debts.why.${kind}`, { plays })).join(', ')}</td>
      <td className={css.debtActions}>
        {open && onSchedule && (
          <>
            <Button size="compact-sm" variant="default" onClick={onSchedule}>
              {t('debts.schedule')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={onWaive}>
              {t('debts.waive')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function Waive({ debt, onClose }: { debt: Debt; onClose: () => void }) {
  const { t } = useTranslation(['proof', 'common']);
  const [because, setBecause] = useState('');
  const waive = useCommand({
    run: () => client.makeGoods.waive({ owed: keyOf(debt), because }),
    done: ({ plays }) => t('debts.waived', { plays }),
    undo: true,
    onDone: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('debts.waiveTitle', { plays: debt.owed - debt.coming, name: debt.bookingName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        className={css.ask}
        onSubmit={(event) => {
          event.preventDefault();
          if (because.trim() !== '') waive.mutate();
        }}
      >
        <TextInput
          data-autofocus
          label={t('debts.because')}
          maxLength={500}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        <Button type="submit" disabled={because.trim() === ''} loading={waive.isPending}>
          {t('debts.waive')}
        </Button>
      </form>
    </Modal>
  );
}

const keyOf = ({ bookingId, displayId, day }: Debt) => ({ bookingId, displayId, day });
const sumOf = (debts: readonly Debt[]) => debts.reduce((sum, { owed }) => sum + owed, 0);

/** Most owed first. */
function byAgency(debts: readonly Debt[]): [string | null, number][] {
  const sums = new Map<string | null, number>();
  for (const { agencyName, owed } of debts) sums.set(agencyName, (sums.get(agencyName) ?? 0) + owed);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function inputOf({ from, to, displayId, bookingId }: ProofSearch, zone: string) {
  const last = dayNumber(to ?? todayIn(zone, stationNow()));
  const first = Math.max(from ? dayNumber(from) : last - USUAL_DAYS + 1, last - MOST_DEBT_DAYS + 1);
  return {
    from: dateOf(Math.min(first, last)),
    to: dateOf(last),
    ...(displayId ? { displayId } : {}),
    ...(bookingId ? { bookingId } : {}),
  };
}
