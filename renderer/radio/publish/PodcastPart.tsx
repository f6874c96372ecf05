/** Where episodes of a programme are subscribed to, or how they are carried to a website. */
import { Button, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EpisodeOffer } from '../../../electron/contract/api/episodes';
import { feedAddress, podcastBase } from '../../../electron/domain/episode/feed';
import { orpc } from '../../client/client';
import { StatusDot } from '../../ui';
import css from './Publish.module.css';

export function PodcastPart({ programme }: Pick<EpisodeOffer, 'programme'>) {
  const { t } = useTranslation('publish');
  const podcast = useQuery(orpc.station.settings.queryOptions()).data?.podcast;
  if (!programme) return <p className={css.muted}>{t('noProgramme')}</p>;
  if (!podcast) return null;
  const { open, address } = podcast;
  const name = t('podcast', { name: programme.name });
  const base = podcastBase(address ?? `${location.origin}/podcast`);
  return (
    <section className={css.part} aria-label={name}>
      <h3 className={css.title}>{name}</h3>
      <StatusDot tone={open ? 'green' : 'grey'}>{t(open ? 'podcastOpen' : 'podcastShut')}</StatusDot>
      {open && (
        <TextInput
          label={t('feedAt')}
          readOnly
          value={feedAddress(base, programme.id)}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <p className={css.muted}>{address === null ? t('relative') : t('atAddress', { address: base })}</p>
      <div className={css.actions}>
        <Button
          component="a"
          href={`/api/programmes/${programme.id}/podcast.xml`}
          download="feed.xml"
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} stroke={1.75} aria-hidden="true" />}
        >
          {t('saveFeed')}
        </Button>
      </div>
      <p className={css.muted}>{t('saveWords')}</p>
    </section>
  );
}
