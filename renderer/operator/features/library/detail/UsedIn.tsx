/** Where the asset is used, each place a link. */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Usage } from '../../../../../electron/contract/api/library';
import { orpc } from '../../../../client/client';
import { Section } from '../../../../ui';
import css from './Detail.module.css';

type Place = z.infer<typeof Usage>;

export function UsedIn({ id }: { id: string }) {
  const { t } = useTranslation('library');
  const places = useQuery(orpc.library.usage.queryOptions({ input: { id } })).data;
  return (
    <Section title={t('used.title')}>
      {places?.length === 0 && <p className={css.quiet}>{t('used.none')}</p>}
      <ul className={css.places}>
        {places?.map((place) => (
          <li key={`${place.kind} ${place.id}`}>
            <span className={css.quiet}>{t(`used.${place.kind}`)}</span> <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const search = { id: place.id };
  if (place.kind === 'booking') {
    return (
      <Anchor underline="always" size="sm" renderRoot={(props) => <Link to="/schedule" search={search} {...props} />}>
        {place.name}
      </Anchor>
    );
  }
  if (place.kind === 'playlist') {
    return (
      <Anchor underline="always" size="sm" renderRoot={(props) => <Link to="/playlists" search={search} {...props} />}>
        {place.name}
      </Anchor>
    );
  }
  return <span>{place.name}</span>;
}
