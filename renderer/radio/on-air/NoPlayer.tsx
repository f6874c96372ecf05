/** Says that nothing is heard: spots are on air and no page plays, or a key was pressed where it plays nothing. */
import { IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRundown } from '../../client/rundown-feed';
import { usePlayer } from '../cart';
import css from './Lost.module.css';

export function NoPlayer({ rundownId, pressed }: { rundownId: string; pressed: boolean }) {
  const { t } = useTranslation('onAir');
  const { state } = useRundown(rundownId);
  const { played, other, here } = usePlayer();
  const current = state?.show?.state === 'onAir' ? state.show.current?.itemId : undefined;
  const spots = state?.items.find(({ id }) => id === current)?.spots.length ?? 0;
  const silent = played === false && spots > 0;
  if (!silent && (here || !pressed)) return null;
  return (
    <div className={css.lost} role="alert">
      <IconVolumeOff size={20} stroke={1.75} aria-hidden="true" />
      {other ? t('noPlayer.other', { name: other }) : t('noPlayer.none')}
    </div>
  );
}
