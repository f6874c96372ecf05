/** Feeds that fill cards: when each was read last, and what went wrong. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFeed } from '../../../electron/contract/api/cards';
import { client, orpc } from '../../client/client';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { reasonText } from '../../operator/i18n/say';
import { CardButton, EditRemove } from '../../operator/shared/EditRemove';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { Section } from '../../ui';
import css from './Cards.module.css';
import { FeedForm } from './FeedForm';

export function FeedsSection() {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const feeds = useQuery(orpc.cardFeeds.list.queryOptions()).data ?? [];
  const [opened, open] = useState<ShownFeed | 'new' | null>(null);
  const add = may('desk') && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={() => open('new')}
    >
      {t('feeds.add')}
    </Button>
  );
  return (
    <>
      <Section title={t('feeds.title')} aside={add}>
        {feeds.length === 0 && <p className={css.hint}>{t('feeds.none')}</p>}
        <ul className={css.feeds}>
          {feeds.map((shown) => (
            <FeedLine key={shown.feed.id} shown={shown} onEdit={() => open(shown)} />
          ))}
        </ul>
      </Section>
      {opened && <FeedForm shown={opened === 'new' ? null : opened} onClose={() => open(null)} />}
    </>
  );
}

function FeedLine({ shown, onEdit }: { shown: ShownFeed; onEdit: () => void }) {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const formats = useFormats();
  const now = useStationSecond();
  const { feed, state } = shown;
  const { id, name } = feed;
  const fetchNow = useCommand({ run: () => client.cardFeeds.fetchNow({ id }) });
  const remove = useCommand({
    run: () => client.cardFeeds.remove({ id }),
    done: () => t('feeds.removed', { name }),
    undo: true,
  });
  const good = state?.goodAt ?? null;
  return (
    <li>
      <div className={css.grow}>
        <strong className="any-word">{name}</strong>
        <span className={css.hint}>
          {good === null
            ? t('feeds.never')
            : t('feeds.good', { when: formats.relative(good, now), count: state?.rows.length ?? 0 })}
        </span>
      </div>
      {state?.failure && (
        <span className={css.warning}>
          <IconAlertTriangle size={14} aria-hidden="true" />
          {reasonText(state.failure)}
        </span>
      )}
      {may('desk') && (
        <>
          <CardButton
            command={{ words: t('feeds.fetch'), label: t('feeds.fetchOf', { name }), run: () => fetchNow.mutate() }}
            icon={<IconRefresh size={14} aria-hidden="true" />}
          />
          <EditRemove
            edit={{ words: t('feeds.edit'), label: t('feeds.editOf', { name }), run: onEdit }}
            remove={{ words: t('remove'), label: t('feeds.removeOf', { name }), run: () => remove.mutate() }}
          />
        </>
      )}
    </li>
  );
}
