/** Where an answer is already, until when, and the way off each of them. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconDeviceTv, IconFileText, IconMicrophone, IconPlaylist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPlace } from '../../../electron/contract/api/hoaxes';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import css from './Hoaxes.module.css';

const ICONS = {
  ...{ display: IconDeviceTv, group: IconDeviceTv, playlist: IconPlaylist },
  ...{ radio: IconMicrophone, rundown: IconFileText },
};

const keyOf = (place: HoaxPlace): string => `${place.kind} ${place.id} ${'bookingId' in place ? place.bookingId : ''}`;

export function Places({ one, places }: { one: HoaxCase; places: readonly HoaxPlace[] }) {
  const { t } = useTranslation('hoaxes');
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={css.placesTitle}>
        {t('places.title')}
      </h3>
      <ul className={css.places}>
        {places.map((place) => (
          <PlaceLine key={keyOf(place)} one={one} place={place} />
        ))}
      </ul>
    </section>
  );
}

function PlaceLine({ one, place }: { one: HoaxCase; place: HoaxPlace }) {
  const { t } = useTranslation('hoaxes');
  const until = useUntil(place);
  const { kind, name } = place;
  const from = kind === 'radio' ? t('places.radio') : name;
  const mayLeave = useMayLeave(place);
  const off = useCommand({
    run: () => client.hoaxes.takeOff({ id: one.id, rev: one.rev, place }),
    done: () => t('places.takenOff', { name: from }),
    undo: true,
  });
  const Icon = ICONS[kind];
  return (
    <li className={css.place}>
      <Icon size={16} aria-hidden="true" />
      <span>
        <span className="any-word">{name}</span>
        <small>{[t(`places.${kind}`), until].filter(Boolean).join(' · ')}</small>
        {place.kind === 'rundown' && place.words !== 'current' && <Words place={place} words={place.words} />}
      </span>
      {mayLeave && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('places.takeOffFrom', { name: from })}
          loading={off.isPending}
          onClick={() => off.mutate()}
        >
          {t('places.takeOff')}
        </Button>
      )}
    </li>
  );
}

interface WordsProps {
  place: Extract<HoaxPlace, { kind: 'rundown' }>;
  words: 'earlier' | 'edited';
}

/** Whoever reads it out has another answer before them. */
function Words({ place, words }: WordsProps) {
  const { t } = useTranslation('hoaxes');
  return (
    <small className={css.words}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      <span>
        {t(`places.${words}`)}{' '}
        <Link to="/rundowns/$rundownId" params={{ rundownId: place.id }}>
          {t('places.check')}
        </Link>
      </span>
    </small>
  );
}

function useUntil(place: HoaxPlace): string {
  const { t } = useTranslation('hoaxes');
  const { language } = useFormats();
  if (place.kind === 'playlist') return '';
  if (place.kind === 'rundown')
    return t(place.over ? 'places.over' : 'places.read', { date: dateText(place.date, language) });
  const until = t(place.paused ? 'places.paused' : 'places.until', { date: dateText(place.to, language) });
  return place.own ? until : `${until} · ${t('places.others')}`;
}

/** What was on air stays in its rundown; what others booked is theirs to end. */
function useMayLeave(place: HoaxPlace): boolean {
  const { may } = useMe();
  if (place.kind === 'playlist') return true;
  if (place.kind === 'rundown') return may('rundown') && !place.over;
  return place.own && may('schedule');
}
