/** What a rule is about: material, whose it is, and where it is given out. What is left empty binds nothing. */
import { Checkbox, MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AgencyKind, Channel } from '../../../../electron/contract/records/matter';
import type { RuleScope } from '../../../../electron/contract/records/rule';
import { orpc } from '../../../client/client';

const GROUP = 'group ';

const isAboutRadio = (channels: RuleScope['channels']) => channels.length === 0 || channels.includes('radio');

export function ScopeFields({ scope, onChange }: { scope: RuleScope; onChange: (scope: RuleScope) => void }) {
  const { t } = useTranslation('rules');
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  const set = (part: Partial<RuleScope>) => onChange({ ...scope, ...part });
  const places = [...new Set(displays.map(({ display }) => display.place).filter((place) => place !== ''))];
  const panels = [...scope.groupIds.map((id) => GROUP + id), ...scope.displayIds];
  const all = (list: readonly unknown[], words: string) => (list.length === 0 ? words : undefined);
  return (
    <>
      <TagsInput
        label={t('form.categories')}
        placeholder={all(scope.categories, t('what.all'))}
        data={[...new Set([...(settings?.categories ?? []), ...scope.categories])]}
        value={scope.categories}
        onChange={(categories) => set({ categories })}
      />
      <MultiSelect
        label={t('form.channels')}
        placeholder={all(scope.channels, t('form.allChannels'))}
        data={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={scope.channels}
        onChange={(values) => {
          const channels = Channel.options.filter((each) => values.includes(each));
          set({ channels, breaks: scope.breaks && isAboutRadio(channels) });
        }}
      />
      {isAboutRadio(scope.channels) && (
        <Checkbox
          label={t('form.breaks')}
          checked={scope.breaks}
          onChange={({ currentTarget }) => set({ breaks: currentTarget.checked })}
        />
      )}
      <MultiSelect
        label={t('form.panels')}
        searchable
        placeholder={all(panels, t('form.allPanels'))}
        data={[
          ...groups.map(({ id, name }) => ({ value: GROUP + id, label: t('form.groupOf', { name }) })),
          ...displays.map(({ display }) => ({ value: display.id, label: display.name })),
        ]}
        value={panels}
        onChange={(values) =>
          set({
            displayIds: values.filter((value) => !value.startsWith(GROUP)),
            groupIds: values.filter((value) => value.startsWith(GROUP)).map((value) => value.slice(GROUP.length)),
          })
        }
      />
      {(places.length > 0 || scope.places.length > 0) && (
        <MultiSelect
          label={t('form.places')}
          placeholder={all(scope.places, t('form.allPlaces'))}
          data={[...new Set([...places, ...scope.places])]}
          value={scope.places}
          onChange={(next) => set({ places: next })}
        />
      )}
      <MultiSelect
        label={t('form.agencyKinds')}
        placeholder={all(scope.agencyKinds, t('form.allAgencies'))}
        data={AgencyKind.options.map((value) => ({ value, label: t(`agencyKind.${value}`) }))}
        value={scope.agencyKinds}
        onChange={(values) => set({ agencyKinds: AgencyKind.options.filter((each) => values.includes(each)) })}
      />
    </>
  );
}
