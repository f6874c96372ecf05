/** What was made of a show, followed while it is being made. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import { EpisodeRow } from './EpisodeRow';
import css from './Publish.module.css';

export function EpisodesList({ showId, mayEdit }: { showId: string; mayEdit: boolean }) {
  const { t } = useTranslation('publish');
  const { data, error, refetch, isPending } = useQuery(orpc.episodes.of.queryOptions({ input: { showId } }));
  return (
    <section className={css.part} aria-label={t('episodes')}>
      <h3 className={css.title}>{t('episodes')}</h3>
      {error && <FaultPanel fault={error} onRetry={() => void refetch()} />}
      {isPending && <RowSkeletons rows={2} label={t('episodes')} />}
      {data?.length === 0 && <p className={css.muted}>{t('noEpisodes')}</p>}
      <ul className={css.episodes}>
        {data?.map((shown) => (
          <EpisodeRow key={shown.episode.id} shown={shown} mayEdit={mayEdit} />
        ))}
      </ul>
    </section>
  );
}
