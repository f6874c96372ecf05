/** Make-goods: what was planned and not shown, why, and one action to give it again. */
import { Button, Modal, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debt } from '../../../../electron/contract/api/make-goods';
import { MOST_SCHEDULED } from '../../../../electron/contract/bounds';
import { RADIO_CHANNEL_ID } from '../../../../electron/contract/records/play';
import { client, orpc } from '../../../client/client';
import { EmptyState, RowSkeletons } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { reasonText } from '../../i18n/say';
import { toInstant } from '../../shared/days';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import css from './Proof.module.css';
import { debtQueryOf } from './play-query';
import type { ProofSearch } from './search';

export function DebtsPane({ search }: { search: ProofSearch }) {
  const { t } = useTranslation('proof');
  const formats = useFormats();
  const { may } = useMe();
  const [waived, setWaived] = useState<Debt | null>(null);
  const debts = useQuery(orpc.makeGoods.debts.queryOptions({ input: debtQueryOf(search) }));
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
  const { debts: listed, from, count, owed: plays, coming, agencies } = debts.data;
  const open = listed.filter((debt) => debt.owed > debt.coming);
  const dayOf = (day: string) => formats.date(toInstant(day, '12:00:00', formats.zone));
  if (count === 0)
    return (
      <EmptyState icon={<IconCheck size={36} stroke={1.5} />} title={t('debts.none')}>
        {t('debts.noneWords')}
      </EmptyState>
    );
  return (
    <>
      <div className={css.debtsHead}>
        <p>
          {t('debts.sum', { plays, coming, day: dayOf(from ?? '') })}
          {count > listed.length && ` ${t('debts.newest', { listed: listed.length, count })}`}
        </p>
        {may('schedule') && open.length > 0 && (
          <Button
            leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden="true" />}
            loading={schedule.isPending}
            onClick={() => schedule.mutate(open)}
          >
            {open.length > MOST_SCHEDULED ? t('debts.scheduleFirst', { most: MOST_SCHEDULED }) : t('debts.scheduleAll')}
          </Button>
        )}
      </div>
      <ul className={css.agencies} aria-label={t('debts.byAgency')}>
        {agencies.map(({ name, owed }) => (
          <li key={name ?? ''}>
            {name ?? t('debts.noAgency')} <strong className="tabular">{owed}</strong>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1) */}
      <section className={css.box} tabIndex={0} aria-label={t('debts.title')}>
        <table className={css.debts}>
          <thead>
            <tr>
              {(['day', 'booking', 'display', 'planned', 'shown', 'lost', 'given', 'owed', 'why'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(`debts.column.${column}`)}
                  </th>
                ),
              )}
              <th scope="col">
                <span className="unseen">{t('debts.column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((debt) => (
              <DebtRow
                key={`${debt.day} ${debt.displayId} ${debt.bookingId}`}
                debt={debt}
                day={dayOf(debt.day)}
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
  day: string;
  onSchedule: (() => void) | null;
  onWaive: () => void;
}

function DebtRow({ debt, day, onSchedule, onWaive }: DebtRowProps) {
  const { t } = useTranslation('proof');
  const { bookingName, agencyName, displayName, planned, shown, given, waived, owed, coming, why } = debt;
  const open = owed > coming;
  // The radio has no display that could have told.
  const causeOf = (kind: Debt['why'][number]['kind']) =>
    kind === 'away' && debt.displayId === RADIO_CHANNEL_ID ? 'unplayed' : kind;
  return (
    <tr>
      <td className={`tabular ${css.start}`}>{day}</td>
      <td>
        {bookingName}
        {agencyName && <span className={css.day}> · {agencyName}</span>}
      </td>
      <td>{displayName}</td>
      <td className="tabular">{planned}</td>
      <td className="tabular">{shown}</td>
      <td className="tabular">{planned - shown}</td>
      <td className="tabular">
        {given}
        {waived > 0 && <span className={css.day}> {t('debts.waivedOf', { plays: waived })}</span>}
      </td>
      <td className="tabular">
        <strong>{owed}</strong>
        {coming > 0 && <span className={css.day}> {t('debts.coming', { plays: coming })}</span>}
      </td>
      <td>{why.map(({ kind, plays }) => t(`debts.why.${causeOf(kind)}`, { plays })).join(', ')}</td>
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
