/** Sets where an item begins and ends in its clip. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { SheetFoot, timecodeText } from '../../../../ui';
import { ClipPlayer } from '../../library/player/ClipPlayer';
import { clipOf } from '../../library/player/clip';
import { stored, trimmedMs, trimOf } from '../trim';
import css from './Editor.module.css';

interface TrimDialogProps {
  item: PlaylistItem;
  asset: Asset;
  onSave: (fields: Pick<PlaylistItem, 'inMs' | 'outMs'>) => void;
  onClose: () => void;
}

export function TrimDialog({ item, asset, onSave, onClose }: TrimDialogProps) {
  const { t } = useTranslation(['playlists', 'common', 'library']);
  const clip = clipOf(asset);
  const [trim, setTrim] = useState(() =>
    trimOf(item, { durationMs: clip?.durationMs ?? 0, frameRate: clip?.frameRate ?? 25 }),
  );
  if (!clip) return null;
  const code = (ms: number) => timecodeText(ms, trim.frameRate);
  const whole = () => setTrim(trimOf({ inMs: 0, outMs: null }, trim));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('trim.title', { name: asset.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ClipPlayer clip={clip} name={asset.name} trim={trim} onTrim={setTrim} autoFocus />
      <dl className={css.trimFacts}>
        {(['in', 'out', 'length'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(`trim.${fact}`)}</dt>
            <dd>{code({ in: trim.inMs, out: trim.outMs, length: trimmedMs(trim) }[fact])}</dd>
          </div>
        ))}
      </dl>
      <p className={css.quiet}>
        {t('library:player.timecode')}. {t('trim.how')}
      </p>
      <SheetFoot isClose>
        <Button variant="subtle" onClick={whole} mr="auto">
          {t('trim.whole')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button onClick={() => onSave(stored(trim))}>{t('trim.save')}</Button>
      </SheetFoot>
    </Modal>
  );
}
