/** The cases of a shelf: those in sight are fetched and drawn. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxShelf } from '../../../electron/contract/api/hoaxes';
import { orpc } from '../../client/client';
import { useLatest } from '../../operator/shared/use-latest';
import { PAGE, usePaged } from '../shared/use-paged';
import { useWindowed, type Windowed, WindowedList } from '../shared/WindowedList';
import { CaseLine } from './CaseLine';
import css from './Hoaxes.module.css';
import type { Opened } from './opened';

/** What the desk is narrowed to. */
export interface CaseFilter {
  shelf: HoaxShelf;
  search: string;
}

export const casesFrom = (filter: CaseFilter, offset: number) =>
  orpc.hoaxes.list.queryOptions({ input: { ...filter, offset, limit: PAGE } });

const USUAL_PX = 152;

interface CaseListProps {
  filter: CaseFilter;
  count: number;
  targetHours: number;
  onOpen: (opened: Opened) => void;
}

export function CaseList({ filter, count, targetHours, onOpen }: CaseListProps) {
  const { t } = useTranslation('hoaxes');
  const windowed = useWindowed(count, USUAL_PX);
  const at = usePaged(windowed.indexes, (offset) => casesFrom(filter, offset));
  usePlaceMeant(filter, windowed);
  return (
    <WindowedList windowed={windowed} label={t(`shelves.${filter.shelf}`)}>
      {(index) => {
        const one = at(index);
        if (!one) return <div className={css.waits} aria-busy="true" />;
        return <CaseLine key={one.id} one={one} targetHours={targetHours} onOpen={onOpen} />;
      }}
    </WindowedList>
  );
}

/** Scrolls to the case that the address names, wherever in the list it stands. */
function usePlaceMeant(filter: CaseFilter, { rows }: Windowed): void {
  const { hash } = useLocation();
  const asked = orpc.hoaxes.list.queryOptions({ input: { ...filter, placeOf: hash, limit: 1 } });
  const place = useQuery({ ...asked, enabled: hash !== '' }).data?.place ?? null;
  const latest = useLatest(rows);
  useEffect(() => {
    if (place !== null) latest.current.scrollToIndex(place, { align: 'center' });
  }, [place, latest]);
}
