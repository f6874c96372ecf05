/** On which panel, how large, beside what. */
import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../electron/contract/api/displays';
import type { ProbedAsset } from '../../../electron/contract/records/asset';
import { orpc } from '../../client/client';
import { Toolbar } from '../../ui';
import { unlikeLength, type Withheld } from './beside';
import type { Clip } from './clip';
import css from './Preview.module.css';
import type { PreviewSearch } from './search';
import { COMPARES, GAINS, type View, ZOOMS } from './view';

interface ViewBarProps {
  asset: ProbedAsset;
  display: PublicDisplay | null;
  displays: readonly PublicDisplay[];
  known: boolean;
  clip: Clip;
  other: ProbedAsset | null;
  beside: Clip | null;
  withheld: Withheld | null;
  view: View;
  search: PreviewSearch;
  onSearch: (change: PreviewSearch) => void;
  onView: (change: Partial<View>) => void;
}

const PLAIN = 'plain';

export function ViewBar(props: ViewBarProps) {
  const { asset, display, displays, known, clip, view, search, onSearch, onView } = props;
  const { t } = useTranslation('preview');
  return (
    <Toolbar label={t('bar.label')}>
      <Select
        w={196}
        label={t('bar.panel')}
        data={[
          { value: PLAIN, label: t('bar.plain') },
          ...displays.map((each) => ({ value: each.id, label: each.name })),
        ]}
        value={display?.id ?? PLAIN}
        disabled={!known}
        searchable={displays.length > 8}
        allowDeselect={false}
        onChange={(id) => onSearch({ display: id === PLAIN || id === null ? undefined : id })}
      />
      <div className={css.zoom}>
        <span className={css.label}>{t('bar.zoom')}</span>
        <SegmentedControl
          aria-label={t('bar.zoom')}
          data={ZOOMS.map((zoom) => ({
            value: String(zoom),
            label: typeof zoom === 'number' ? `${zoom}×` : t(`bar.zooms.${zoom}`),
          }))}
          value={String(view.zoom)}
          onChange={(value) => onView({ zoom: ZOOMS.find((each) => String(each) === value) ?? 'fit' })}
        />
      </div>
      <CompareWith {...props} />
      {search.compare !== undefined && (
        <Select
          w={136}
          label={t('compare.how')}
          data={COMPARES.map((compare) => ({ value: compare, label: t(`compare.ways.${compare}`) }))}
          value={view.compare}
          allowDeselect={false}
          onChange={(value) => onView({ compare: COMPARES.find((each) => each === value) ?? 'off' })}
        />
      )}
      {search.compare !== undefined && view.compare === 'wipe' && (
        <SegmentedControl
          aria-label={t('compare.direction')}
          data={(['upright', 'level'] as const).map((line) => ({ value: line, label: t(`compare.lines.${line}`) }))}
          value={view.wipe.line}
          onChange={(line) => onView({ wipe: { ...view.wipe, line: line === 'level' ? 'level' : 'upright' } })}
        />
      )}
      {search.compare !== undefined && view.compare === 'difference' && (
        <SegmentedControl
          aria-label={t('compare.gain')}
          data={GAINS.map((gain) => ({ value: String(gain), label: `${gain}×` }))}
          value={String(view.gain)}
          onChange={(value) => onView({ gain: GAINS.find((each) => String(each) === value) ?? 1 })}
        />
      )}
      {asset.probe.video && (
        <p className={css.file} role="status">
          {display && t('bar.size', { width: display.profile.width, height: display.profile.height })}{' '}
          {/* Without a panel there is no copy made for it. */}
          {t(`bar.file.${display || clip.of !== 'other' ? clip.of : 'copy'}`)}
        </p>
      )}
      <BesideNote {...props} />
    </Toolbar>
  );
}

/** What the two pictures do not tell by themselves. */
function BesideNote({ clip, beside, withheld }: ViewBarProps) {
  const { t } = useTranslation('preview');
  if (withheld)
    return (
      <p className={css.withheld} role="alert">
        {t(`compare.withheld.${withheld}`)}
      </p>
    );
  const unlike = beside && unlikeLength(clip, beside);
  if (!beside || !unlike) return null;
  return <p className={css.file}>{t(`compare.${unlike}`, { a: clip.durationMs, b: beside.durationMs })}</p>;
}

const NOTHING = 'nothing';
const SOURCE = 'source';

/** The file as it was handed in, or any other material: an earlier cut, a repaired one. */
function CompareWith({ asset, other, withheld, view, search, onSearch, onView }: ViewBarProps) {
  const { t } = useTranslation('preview');
  const [words, setWords] = useState('');
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search: words, kind: asset.probe.kind, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== asset.id && id !== search.compare);
  if (asset.probe.kind === 'audio') return null;
  return (
    <Select
      w={186}
      label={t('compare.with')}
      searchable
      data={[
        { value: NOTHING, label: t('compare.nothing') },
        { value: SOURCE, label: t('compare.source') },
        ...(withheld && search.compare ? [{ value: search.compare, label: t('compare.unseen') }] : []),
        ...[...(other ? [other] : []), ...others].map(({ id, name }) => ({ value: id, label: name })),
      ]}
      filter={({ options }) => options}
      onSearchChange={(typed) => setWords(typed === (other?.name ?? '') ? '' : typed.slice(0, 200))}
      value={search.compare ?? NOTHING}
      allowDeselect={false}
      onChange={(value) => {
        const compare = value === NOTHING || value === null ? undefined : value;
        onSearch({ compare });
        if (compare === undefined) onView({ compare: 'off', swapped: false });
        else if (view.compare === 'off') onView({ compare: compare === SOURCE ? 'side' : 'wipe' });
      }}
    />
  );
}
