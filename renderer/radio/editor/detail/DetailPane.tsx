/** Everything about the chosen item but its script. */
import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ItemKind, ItemStatus, type RundownItem } from '../../../../electron/contract/records/rundown-item';
import { Duration } from '../../../ui';
import { KeptText } from '../../shared/KeptText';
import { KIND_NAMES, mayPlay } from '../../shared/kinds';
import { LengthField } from '../../shared/LengthField';
import { useEditor } from '../context';
import { AttachField } from './AttachField';
import { ColourField } from './ColourField';
import { CueField } from './CueField';
import css from './Detail.module.css';
import { GuestsField } from './GuestsField';
import { SpotsField } from './SpotsField';
import { TimingFields } from './TimingFields';

export function DetailPane({ item, off }: { item: RundownItem; off: boolean }) {
  const { t } = useTranslation('rundowns');
  const { set, plan } = useEditor();
  const holds = plan.byId.get(item.id)?.runs === false;
  const kinds = KIND_NAMES.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const keep = (fields: Partial<RundownItem>) => set(item, fields);
  return (
    <fieldset className={css.detail} disabled={off} data-of-item={item.id}>
      <legend className="unseen">{t('detail.title')}</legend>
      <KeptText label={t('detail.name')} value={item.title} maxLength={300} onKeep={(title) => keep({ title })} />
      <div className={css.pair}>
        <Select
          label={t('detail.kind')}
          data={kinds}
          value={item.kind}
          allowDeselect={false}
          disabled={off || holds}
          comboboxProps={{ withinPortal: true }}
          onChange={(kind) => kind && keep({ kind: kind as ItemKind })}
        />
        <LengthField
          label={t(holds ? 'detail.wanted' : 'detail.length')}
          ms={item.durationMs}
          zero={t(item.kind === 'segment' ? 'length.asksNothing' : 'length.zero')}
          disabled={off}
          onLength={(durationMs) => keep({ durationMs })}
        />
      </div>
      <StatusField status={item.status} off={off} onStatus={(status) => keep({ status })} />
      <TimingFields item={item} off={off} keep={keep} />
      {(mayPlay(item.kind) || item.spots.length > 0) && <SpotsField item={item} off={off} keep={keep} />}
      <KeptText label={t('detail.person')} value={item.person} maxLength={200} onKeep={(person) => keep({ person })} />
      <KeptText
        label={t('detail.notes')}
        value={item.notes}
        rows={2}
        maxLength={5000}
        onKeep={(notes) => keep({ notes })}
      />
      <GuestsField item={item} keep={keep} />
      <CueField item={item} off={off} keep={keep} />
      <AttachField item={item} off={off} keep={keep} />
      <ColourField colour={item.colour} onColour={(colour) => keep({ colour })} />
    </fieldset>
  );
}

function StatusField({
  status,
  off,
  onStatus,
}: {
  status: ItemStatus;
  off: boolean;
  onStatus: (status: ItemStatus) => void;
}) {
  const { t } = useTranslation('rundowns');
  return (
    <div className={css.field}>
      <span className={css.label}>{t('detail.status')}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('detail.status')}
        disabled={off}
        data={ItemStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={status}
        onChange={(value) => onStatus(value as ItemStatus)}
      />
    </div>
  );
}

/** Of several at once. */
export function ManyPane({ items }: { items: readonly RundownItem[] }) {
  const { t } = useTranslation('rundowns');
  const { editable, edit, plan } = useEditor();
  const runs = items.flatMap(({ id }) => plan.byId.get(id) ?? []).filter((row) => row.runs);
  const total = runs.reduce((sum, { ms }) => sum + ms, 0);
  const status = (to: ItemStatus) =>
    edit(items.map(({ id, rev }) => ({ type: 'set', id, rev, fields: { status: to } })));
  return (
    <div className={css.detail}>
      <p className={css.many}>
        {t('many.count', { count: items.length })} · <Duration ms={total} />
      </p>
      {editable && (
        <Group gap={8}>
          {ItemStatus.options.map((each) => (
            <Button key={each} size="xs" variant="default" onClick={() => status(each)}>
              {t(`many.${each}`)}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
