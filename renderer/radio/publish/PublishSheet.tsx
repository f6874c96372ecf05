/** What of a show is published: items to choose beside the words they get, what was made, and the podcast it is in. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EpisodeOffer, OfferedItem } from '../../../electron/contract/api/episodes';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, RowSkeletons } from '../../ui';
import { ComposeForm } from './ComposeForm';
import { EpisodesList } from './EpisodesList';
import { ItemsList } from './ItemsList';
import { PodcastPart } from './PodcastPart';
import css from './Publish.module.css';
import { isUsable, useCompose } from './use-compose';

const CHECKED_MS = 3000;
const isBeingChecked = ({ because }: OfferedItem) => because.some(({ code }) => code === 'episode.notCheckedYet');

export function PublishSheet({ showId, onClose }: { showId: string; onClose: () => void }) {
  const { t } = useTranslation(['publish', 'common']);
  // Recordings, plays, guests and material move it too: asked anew whenever it is opened, and while a recording is being checked.
  const offer = useQuery({
    ...orpc.episodes.offer.queryOptions({ input: { showId } }),
    staleTime: 0,
    refetchInterval: ({ state }) => state.data?.items.some(isBeingChecked) && CHECKED_MS,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={1080}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {offer.error && <FaultPanel fault={offer.error} onRetry={() => void offer.refetch()} />}
      {offer.isPending && <RowSkeletons rows={6} label={t('common:loading')} />}
      {offer.data && <Sheet showId={showId} offer={offer.data} />}
    </Modal>
  );
}

function Sheet({ showId, offer }: { showId: string; offer: EpisodeOffer }) {
  const { t } = useTranslation('publish');
  const runs = useMe().may('rundown');
  const compose = useCompose(showId, offer);
  const none = offer.items.length > 0 && !offer.items.some(isUsable);
  return (
    <div className={css.sheet}>
      <section className={css.part} aria-label={t('items')}>
        <h3 className={css.title}>{t('items')}</h3>
        {offer.items.length === 0 && <EmptyState title={t('none')} />}
        {none && <p className={css.note}>{t('noneUsable')}</p>}
        {!none && runs && offer.items.length > 0 && <p className={css.muted}>{t('itemsWords')}</p>}
        {offer.items.length > 0 && <ItemsList items={offer.items} compose={runs ? compose : null} />}
      </section>
      <div className={css.part}>
        {runs ? !none && <ComposeForm offer={offer} compose={compose} /> : <p className={css.muted}>{t('readOnly')}</p>}
        <EpisodesList showId={showId} mayEdit={runs} />
        <PodcastPart programme={offer.programme} />
      </div>
    </div>
  );
}
