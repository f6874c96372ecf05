/** Loops: how the open hours of displays are cut into slots, and where each holds. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoopPolicy } from '../../../../../electron/contract/records/loop-policy';
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/records/settings-defaults';
import { loopMs } from '../../../../../electron/domain/loops';
import { client, orpc } from '../../../../client/client';
import { CardSkeletons, Duration, EmptyState } from '../../../../ui';
import { EditRemove } from '../../../shared/EditRemove';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import { useMe } from '../../../shared/use-me';
import { playRange } from './draft';
import { LoopBar } from './LoopBar';
import { LoopDrawer } from './LoopDrawer';
import css from './Loops.module.css';
import type { LoopPlaces, Named } from './places';
import { usePlaysText } from './use-plays-text';

export function Loops({ displays, words }: { displays: readonly Named[]; words: string }) {
  const { t } = useTranslation('loops');
  const { may } = useMe();
  const policies = useQuery(orpc.policies.list.queryOptions());
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [open, setOpen] = useState<LoopPolicy | 'new' | null>(null);
  if (policies.isError) return <FaultPanel fault={policies.error} onRetry={() => void policies.refetch()} />;
  if (!policies.data) return <CardSkeletons label={t('loading')} cards={2} height={160} />;
  const wanted = words.trim().toLowerCase();
  const places = { displays, groups };
  const add = may('schedule') && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <div className={css.pane}>
      {policies.data.length === 0 ? (
        <EmptyState title={t('none')} actions={add}>
          {t('noneWords')}
        </EmptyState>
      ) : (
        <>
          {add && <div>{add}</div>}
          <ul className={css.loops}>
            {policies.data
              .filter(({ name }) => name.toLowerCase().includes(wanted))
              .map((policy) => (
                <Loop key={policy.id} policy={policy} places={places} onEdit={() => setOpen(policy)} />
              ))}
          </ul>
        </>
      )}
      {open && (
        <LoopDrawer
          {...(open === 'new' ? {} : { policy: open })}
          places={places}
          zone={zone}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function Loop({ policy, places, onEdit }: { policy: LoopPolicy; places: LoopPlaces; onEdit: () => void }) {
  const { t } = useTranslation('loops');
  const { may } = useMe();
  const playsText = usePlaysText();
  const remove = useCommand({
    run: () => client.policies.remove({ id: policy.id }),
    done: () => t('removed', { name: policy.name }),
    undo: true,
  });
  const { slots, hours, where } = policy;
  const names = [
    ...places.groups.filter(({ id }) => where.groupIds.includes(id)),
    ...places.displays.filter(({ id }) => where.displayIds.includes(id)),
  ].map(({ name }) => name);
  return (
    <li className={css.loop}>
      <h2>{policy.name}</h2>
      <p className={css.facts}>
        {t('sum', { count: slots.length })} <Duration ms={loopMs(slots)} className={css.strong} /> ·{' '}
        {t('eachSlot', { plays: playsText(playRange(slots, hours)) })}
      </p>
      <LoopBar slots={slots} label={t('slotsOf', { name: policy.name })} />
      <p className={css.muted}>{names.length > 0 ? t('holds', { names: names.join(', ') }) : t('holdsNowhere')}</p>
      {may('schedule') && (
        <div className={css.commands}>
          <EditRemove
            edit={{ words: t('editShort'), label: t('editOf', { name: policy.name }), run: onEdit }}
            remove={{ words: t('remove'), label: t('removeOf', { name: policy.name }), run: () => remove.mutate() }}
          />
        </div>
      )}
    </li>
  );
}
