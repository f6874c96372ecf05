/** What cards of every template have: a name, a logo, a code, a feed, a look. */
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../../../electron/contract/records/card';
import { takesFeed } from '../../../electron/domain/cards/feed-rows';
import { orpc } from '../../client/client';
import { NumberField } from '../../operator/shared/NumberField';
import css from './Cards.module.css';
import { nameFrom } from './starters';

interface CommonFieldsProps {
  draft: CardContent;
  onDraft: (draft: CardContent) => void;
}

export function CommonFields({ draft, onDraft }: CommonFieldsProps) {
  const { t } = useTranslation('cards');
  const change = (part: Partial<CardContent>) => onDraft({ ...draft, ...part });
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const feeds = useQuery(orpc.cardFeeds.list.queryOptions()).data ?? [];
  const pictures = useQuery(orpc.library.list.queryOptions({ input: { kind: 'image', limit: 200 } })).data?.items ?? [];
  const { look } = draft;
  return (
    <>
      <TextInput
        label={t('name')}
        description={t('nameWords')}
        // A card that its feed fills has no words of its own to be called by.
        required={nameFrom(draft.fields) === ''}
        placeholder={nameFrom(draft.fields)}
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <div className={css.two}>
        <Select
          label={t('category')}
          clearable
          data={settings?.categories ?? []}
          value={draft.category}
          onChange={(category) => change({ category })}
        />
        <Select
          label={t('agency')}
          clearable
          searchable
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.agencyId}
          onChange={(agencyId) => change({ agencyId })}
        />
      </div>
      <TextInput
        label={t('qr')}
        description={t('qrWords')}
        placeholder="https://"
        maxLength={300}
        value={draft.qr}
        onChange={({ currentTarget }) => change({ qr: currentTarget.value })}
      />
      <div className={css.two}>
        <Select
          label={t('logo')}
          clearable
          searchable
          data={pictures.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.logoAssetId}
          onChange={(logoAssetId) => change({ logoAssetId })}
        />
        {(takesFeed(draft.fields.template) || draft.feedId !== null) && (
          <Select
            label={t('feed')}
            clearable
            data={feeds.map(({ feed }) => ({ value: feed.id, label: feed.name }))}
            value={draft.feedId}
            onChange={(feedId) => change({ feedId })}
          />
        )}
      </div>
      <div className={css.two}>
        <Select
          label={t('theme')}
          allowDeselect={false}
          data={(['dark', 'light'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
          value={look.theme}
          onChange={(theme) => change({ look: { ...look, theme: theme === 'light' ? 'light' : 'dark' } })}
        />
        <NumberField
          label={t('slideSeconds')}
          unit={t('seconds')}
          min={4}
          max={60}
          value={look.slideMs / 1000}
          onNumber={(seconds) => seconds !== null && change({ look: { ...look, slideMs: seconds * 1000 } })}
        />
      </div>
    </>
  );
}
