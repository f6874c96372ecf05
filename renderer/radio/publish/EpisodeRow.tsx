/** One episode: heard, downloaded, renamed, made anew, removed. */
import { ActionIcon, Button } from '@mantine/core';
import { IconDownload, IconPencil, IconPlayerPlay, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownEpisode } from '../../../electron/contract/api/episodes';
import type { Episode, ReadyEpisode } from '../../../electron/contract/records/episode';
import { isOfConsent } from '../../../electron/domain/episode/leave';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { reasonText, reasonTexts } from '../../operator/i18n/say';
import { useCommand } from '../../operator/shared/use-command';
import { StatusDot, type Tone } from '../../ui';
import { EpisodeWordsForm } from './EpisodeWordsForm';
import css from './Publish.module.css';

const TONES: Record<Episode['state'], Tone> = { making: 'grey', ready: 'green', failed: 'amber' };

export function EpisodeRow({ shown: { episode, withheld }, mayEdit }: { shown: ShownEpisode; mayEdit: boolean }) {
  const { t } = useTranslation('publish');
  const [editing, setEditing] = useState(false);
  const { title, state } = episode;
  const closed = withheld.some((each) => !isOfConsent(each));
  return (
    <li className={css.episode} aria-label={title}>
      <b className="any-word">{title}</b>
      {state === 'ready' && withheld.length > 0 ? (
        <Withheld because={withheld} closed={closed} />
      ) : (
        <StatusDot tone={TONES[state]}>
          {t(`state.${state}`)} {state === 'failed' && reasonText(episode.failure)}
        </StatusDot>
      )}
      {editing && <EpisodeWordsForm episode={episode} onClose={() => setEditing(false)} />}
      {state === 'ready' && <Sound episode={episode} closed={closed} />}
      {mayEdit && <Edits episode={episode} onEdit={() => setEditing(!editing)} />}
    </li>
  );
}

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

/** Why listeners do not get it, and what brings it back. `closed`: nobody gets the file, in the office neither. */
function Withheld({ because, closed }: { because: ShownEpisode['withheld']; closed: boolean }) {
  const { t } = useTranslation('publish');
  return (
    <>
      <StatusDot tone="amber">{t('withheld')}</StatusDot>
      {reasonTexts(because).map((text) => (
        <p key={text} className={css.note}>
          {text}
        </p>
      ))}
      <p className={css.muted}>{t(closed ? 'withheldWays' : 'consentWays')}</p>
    </>
  );
}

interface SoundProps {
  episode: ReadyEpisode;
  closed: boolean;
}

function Sound({ episode: { id, title, durationMs, bytes, loudnessLufs, chapters, hash }, closed }: SoundProps) {
  const { t } = useTranslation('publish');
  const [heard, setHeard] = useState(false);
  const address = `/api/episodes/${id}/audio`;
  return (
    <>
      <span className={`tabular ${css.muted}`}>
        {t('facts', { ms: durationMs, bytes })}
        {loudnessLufs !== null && ` · ${t('loudness', { lufs: loudnessLufs })}`}
      </span>
      {chapters.length > 1 && <Chapters chapters={chapters} />}
      {heard && !closed && (
        // biome-ignore lint/a11y/useMediaCaption: what was said on air has no text
        <audio key={hash} className={css.audio} controls autoPlay src={address} aria-label={t('play', { title })} />
      )}
      {!closed && (
        <div className={css.actions}>
          {!heard && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerPlay {...ICON} />}
              onClick={() => setHeard(true)}
              aria-label={t('play', { title })}
            >
              {t('listen')}
            </Button>
          )}
          <Button
            component="a"
            href={address}
            download={`${id}.m4a`}
            size="xs"
            variant="default"
            leftSection={<IconDownload {...ICON} />}
            aria-label={t('downloadOf', { title })}
          >
            {t('download')}
          </Button>
        </div>
      )}
    </>
  );
}

function Chapters({ chapters }: Pick<ReadyEpisode, 'chapters'>) {
  const { t } = useTranslation('publish');
  const formats = useFormats();
  return (
    <details className={css.chapters}>
      <summary>{t('chapters', { count: chapters.length })}</summary>
      <ol>
        {chapters.map(({ title, startMs }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two chapters may be called the same and begin together
          <li key={place} className="any-word">
            <span className="tabular">{formats.duration(startMs)}</span> {title || t('untitled')}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Edits({ episode: { id, title, state }, onEdit }: { episode: Episode; onEdit: () => void }) {
  const { t } = useTranslation('publish');
  const retry = useCommand({ run: () => client.episodes.retry({ id }) });
  const remove = useCommand({ run: () => client.episodes.remove({ id }), done: () => t('removed'), undo: true });
  return (
    <div className={css.edits}>
      {state === 'failed' && (
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          leftSection={<IconRefresh {...ICON} />}
          onClick={() => retry.mutate()}
        >
          {t('retry')}
        </Button>
      )}
      <ActionIcon size="md" aria-label={t('editOf', { title })} title={t('edit')} onClick={onEdit}>
        <IconPencil size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        size="md"
        aria-label={t('removeOf', { title })}
        title={t('remove')}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
