/** The picture of a clip in its own proportions; a note where there is nothing to show yet. */
import { IconMusic } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import css from './ClipPlayer.module.css';
import type { ClipView } from './clip';
import type { Transport } from './Transport';

interface StageProps {
  clip: ClipView;
  name: string;
  transport: Transport;
}

const MAX_HEIGHT_PX = 420;

export function Stage({ clip, name, transport }: StageProps) {
  if (clip.kind === 'audio') return <SoundStage clip={clip} name={name} transport={transport} />;
  const style: CSSProperties = {
    aspectRatio: `${clip.width} / ${clip.height}`,
    width: `min(100%, ${(MAX_HEIGHT_PX * clip.width) / clip.height}px)`,
  };
  return (
    <div className={css.stage}>
      <div className={css.frame} style={style}>
        <Picture clip={clip} name={name} transport={transport} />
      </div>
    </div>
  );
}

function Picture({ clip, name, transport }: StageProps) {
  const { t } = useTranslation('library');
  const still = clip.kind === 'image' ? (clip.src ?? clip.poster) : clip.poster;
  if (clip.kind === 'video' && clip.src) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: public service clips carry their captions in the picture
      <video
        ref={transport.attach}
        src={clip.src}
        poster={clip.poster ?? undefined}
        preload="metadata"
        playsInline
        disablePictureInPicture
        aria-label={t('player.video', { name })}
        onClick={() => transport.key(' ')}
      />
    );
  }
  if (still) return <img src={still} alt={name} draggable={false} />;
  return <p className={css.nothing}>{t('player.notYet')}</p>;
}

function SoundStage({ clip, name, transport }: StageProps) {
  const { t } = useTranslation('library');
  return (
    <div className={css.sound}>
      <IconMusic size={32} stroke={1.5} aria-hidden="true" />
      {clip.src ? (
        // biome-ignore lint/a11y/useMediaCaption: sound has no picture to carry captions
        <audio ref={transport.attach} src={clip.src} preload="metadata" aria-label={t('player.audio', { name })} />
      ) : (
        <p className={css.nothing}>{t('player.notYet')}</p>
      )}
    </div>
  );
}
