/** What the displays show while the item is on air: a card, material or a page; where, and until when. */
import { MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cue } from '../../../../electron/contract/records/rundown-item';
import { orpc } from '../../../client/client';
import { LengthField } from '../../shared/LengthField';
import { CueStates } from './CueStates';
import { CueWhat } from './CueWhat';
import type { CueDraft } from './cue-draft';
import css from './Detail.module.css';
import type { PartProps } from './TimingFields';

const firstCue = (title: string): CueDraft => ({
  what: { kind: 'card', card: { title, body: '', qr: '' } },
  where: { all: true, displayIds: [], groupIds: [] },
  forMs: null,
});

export function CueField({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  // What is not whole yet, such as a page without address, is kept here until it is.
  const [draft, setDraft] = useState<CueDraft | null>(null);
  const cue = draft ?? item.cue;
  const change = (next: CueDraft | null) => {
    if (next === null || Cue.safeParse(next).success) {
      setDraft(null);
      keep({ cue: next });
    } else setDraft(next);
  };
  return (
    <section className={css.field} aria-label={t('cue.title')}>
      <Switch
        label={t('cue.title')}
        description={t('cue.how')}
        checked={cue !== null}
        onChange={({ currentTarget }) =>
          change(currentTarget.checked ? firstCue(item.title || t('cue.firstTitle')) : null)
        }
      />
      {cue && (
        <>
          {item.cue && <CueStates itemId={item.id} />}
          <CueWhat cue={cue} off={off} change={change} />
          <CueWhere cue={cue} off={off} change={change} />
          <CueUntil cue={cue} off={off} change={change} />
          {draft && <p className={css.unfinished}>{t('cue.unfinished')}</p>}
        </>
      )}
    </section>
  );
}

interface CuePart {
  cue: CueDraft;
  off: boolean;
  change: (cue: CueDraft) => void;
}

function CueWhere({ cue, off, change }: CuePart) {
  const { t } = useTranslation('rundowns');
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  const { where } = cue;
  const data = [
    { group: t('cue.groups'), items: groups.map(({ id, name }) => ({ value: `g${id}`, label: name })) },
    {
      group: t('cue.displays'),
      items: displays.map(({ display }) => ({ value: `d${display.id}`, label: display.name })),
    },
  ].filter(({ items }) => items.length > 0);
  const chosen = [...where.groupIds.map((id) => `g${id}`), ...where.displayIds.map((id) => `d${id}`)];
  const ids = (values: string[], sign: string) =>
    values.flatMap((value) => (value[0] === sign ? [value.slice(1)] : []));
  return (
    <>
      <Switch
        label={t('cue.everywhere')}
        checked={where.all}
        onChange={({ currentTarget }) => change({ ...cue, where: { ...where, all: currentTarget.checked } })}
      />
      {!where.all && (
        <MultiSelect
          label={t('cue.where')}
          data={data}
          disabled={off}
          searchable
          value={chosen}
          onChange={(values) =>
            change({ ...cue, where: { all: false, groupIds: ids(values, 'g'), displayIds: ids(values, 'd') } })
          }
        />
      )}
    </>
  );
}

const TEN_S = 10_000;

function CueUntil({ cue, off, change }: CuePart) {
  const { t } = useTranslation('rundowns');
  return (
    <div className={css.field}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('cue.until')}
        disabled={off}
        data={[
          { value: 'end', label: t('cue.untilEnd') },
          { value: 'for', label: t('cue.untilFor') },
        ]}
        value={cue.forMs === null ? 'end' : 'for'}
        onChange={(value) => change({ ...cue, forMs: value === 'end' ? null : TEN_S })}
      />
      {cue.forMs !== null && (
        <LengthField
          aria-label={t('cue.untilFor')}
          ms={cue.forMs}
          disabled={off}
          onLength={(ms) => change({ ...cue, forMs: Math.max(1000, ms) })}
        />
      )}
    </div>
  );
}
