/** A playlist that finds its items: its rule, and what it finds now. */
import { Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { IconHandFinger } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import type { PlaylistItem, SmartRule } from '../../../../../electron/contract/records/playlist';
import { newId } from '../../../../../electron/contract/ulid';
import { wholeOf } from '../../../../../electron/domain/smart';
import { client, orpc } from '../../../../client/client';
import { Duration } from '../../../../ui';
import { NumberField } from '../../../shared/NumberField';
import { useCommand } from '../../../shared/use-command';
import { useMe } from '../../../shared/use-me';
import css from '../editor/Editor.module.css';
import { EditorHead } from '../editor/EditorHead';
import { useLengths } from '../editor/use-lengths';
import { PreviewModal } from '../preview/PreviewModal';
import { Found } from './Found';
import own from './Smart.module.css';

interface SmartEditorProps {
  list: PlaylistView;
  rule: SmartRule;
  lists: readonly PlaylistView[];
  onOpen: (id: string | undefined) => void;
}

const SORTS = ['newest', 'oldest', 'name'] as const satisfies SmartRule['sort'][];

export function SmartEditor({ list, rule, lists, onOpen }: SmartEditorProps) {
  const { t } = useTranslation('playlists');
  const { may } = useMe();
  const editable = may('schedule');
  const items = useFoundItems(list);
  const ids = useMemo(() => new Set(items.map(({ assetId }) => assetId)), [items]);
  const times = useLengths(items, list, ids);
  const [previewing, setPreviewing] = useState(false);
  const toHand = useCommand({
    run: () =>
      client.playlists.update({
        id: list.id,
        rev: list.rev,
        smart: null,
        items: items.map((item) => ({ ...item, id: newId() })),
      }),
    done: () => t('smart.byHandDone'),
    undo: true,
  });
  return (
    <div className={css.editor}>
      <section className={css.main} aria-label={list.name}>
        <EditorHead
          list={list}
          lists={lists}
          editable={editable}
          onOpen={onOpen}
          onPreview={() => setPreviewing(true)}
        />
        <Rule list={list} rule={rule} editable={editable} />
        <div className={css.sums}>
          <span>{t('smart.finds', { count: items.length })}</span>
          <span>
            {t('total')} <Duration ms={list.totalMs} className={css.total} />
          </span>
          {editable && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconHandFinger size={14} aria-hidden="true" />}
              onClick={() => toHand.mutate()}
            >
              {t('smart.byHand')}
            </Button>
          )}
        </div>
        <Found list={list} assets={times.assets} />
      </section>
      {previewing && <PreviewModal name={list.name} items={items} times={times} onClose={() => setPreviewing(false)} />}
    </div>
  );
}

/** What it finds, as items; named by their asset, for a rule finds each once. */
function useFoundItems({ found }: PlaylistView): PlaylistItem[] {
  const stamp = found?.join(' ') ?? '';
  return useMemo(
    () => (stamp === '' ? [] : stamp.split(' ').map((assetId) => ({ ...wholeOf(assetId), id: assetId }))),
    [stamp],
  );
}

function Rule({ list, rule, editable }: { list: PlaylistView; rule: SmartRule; editable: boolean }) {
  const { t } = useTranslation(['playlists', 'common']);
  const tags = useQuery(orpc.library.tags.queryOptions()).data ?? [];
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const queries = useQueryClient();
  const key = orpc.playlists.list.queryKey();
  const save = useCommand({
    // Of the list as the save before left it, which may not have been drawn yet.
    async run(part: Partial<SmartRule>) {
      const held = queries.getQueryData(key)?.find(({ id }) => id === list.id) ?? list;
      const saved = await client.playlists.update({
        id: list.id,
        rev: held.rev,
        smart: { ...(held.smart ?? rule), ...part },
      });
      queries.setQueryData(key, (all) => all?.map((each) => (each.id === saved.id ? saved : each)));
    },
    scope: `playlists.update ${list.id}`,
    done: () => t('smart.saved'),
    undo: true,
  });
  const many = { searchable: true, disabled: !editable, nothingFoundMessage: t('common:nothingFound') };
  return (
    <div className={own.rule}>
      <MultiSelect
        {...many}
        label={t('smart.categories')}
        placeholder={rule.categories.length === 0 ? t('smart.any') : undefined}
        data={[...new Set([...categories, ...rule.categories])]}
        value={rule.categories}
        onChange={(next) => save.mutate({ categories: next })}
      />
      <MultiSelect
        {...many}
        label={t('smart.agencies')}
        placeholder={rule.agencyIds.length === 0 ? t('smart.any') : undefined}
        data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={rule.agencyIds}
        onChange={(agencyIds) => save.mutate({ agencyIds })}
      />
      <TagsInput
        label={t('smart.tags')}
        placeholder={rule.tags.length === 0 ? t('smart.any') : undefined}
        disabled={!editable}
        clearable={false}
        data={tags.map(({ tag }) => tag)}
        value={rule.tags}
        onChange={(next) => save.mutate({ tags: next })}
      />
      <Select
        label={t('smart.sort')}
        disabled={!editable}
        allowDeselect={false}
        data={SORTS.map((value) => ({ value, label: t(`smart.sorts.${value}`) }))}
        value={rule.sort}
        onChange={(value) => save.mutate({ sort: SORTS.find((each) => each === value) ?? 'newest' })}
      />
      <Limit key={rule.limit} limit={rule.limit} editable={editable} onLimit={(limit) => save.mutate({ limit })} />
    </div>
  );
}

const MOST = 500;

/** Saved when one leaves it: not at every digit. */
function Limit({ limit, editable, onLimit }: { limit: number; editable: boolean; onLimit: (limit: number) => void }) {
  const { t } = useTranslation('playlists');
  return (
    <NumberField
      label={t('smart.limit')}
      disabled={!editable}
      min={1}
      max={MOST}
      value={limit}
      onLeave={(next) => next !== null && next !== limit && onLimit(Math.min(MOST, Math.max(1, next)))}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
