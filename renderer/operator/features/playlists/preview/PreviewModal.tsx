/** The whole list end to end as a chosen display would show it, in its proportions. */
import { ActionIcon, Modal, Select } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../../../electron/contract/records/display';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/records/settings-defaults';
import { profileKey } from '../../../../../electron/domain/profile';
import { orpc } from '../../../../client/client';
import { Duration, EmptyState } from '../../../../ui';
import type { ItemTimes } from '../editor/use-lengths';
import { Layer } from './Layer';
import css from './Preview.module.css';
import { OBJECT_FIT, type Shot, shotsOf } from './sequence';

interface PreviewModalProps {
  name: string;
  items: readonly PlaylistItem[];
  times: ItemTimes;
  onClose: () => void;
}

export function PreviewModal({ name, items, times, onClose }: PreviewModalProps) {
  const { t } = useTranslation(['playlists', 'common']);
  const choices = useProfiles();
  const [key, setKey] = useState<string | null>(null);
  const choice = choices.find((each) => each.key === key) ?? choices[0];
  const profile = choice?.profile ?? DEFAULT_SETTINGS.defaultProfile;
  const shots = useMemo(() => shotsOf({ items, ...times }, profile), [items, times, profile]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1080px, 92vw)"
      title={t('preview.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Select
        label={t('preview.as')}
        data={choices.map((each) => ({ value: each.key, label: each.label }))}
        value={choice?.key ?? null}
        onChange={setKey}
        allowDeselect={false}
        mb="sm"
        maw={420}
      />
      {shots.length === 0 ? (
        <EmptyState title={t('preview.nothing')}>{t('preview.nothingWords')}</EmptyState>
      ) : (
        <Player shots={shots} profile={profile} totalMs={times.totalMs} />
      )}
    </Modal>
  );
}

/** One choice per profile, named by the displays that have it; the station's own when there are none. */
function useProfiles(): { key: string; label: string; profile: Profile }[] {
  const displays = useQuery(orpc.displays.list.queryOptions()).data;
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  return useMemo(() => {
    const byKey = new Map<string, { key: string; label: string; profile: Profile }>();
    for (const { display } of displays ?? []) {
      const key = profileKey(display.profile);
      const known = byKey.get(key);
      const label = known ? `${known.label}, ${display.name}` : `${sizeOf(display.profile)} · ${display.name}`;
      byKey.set(key, { key, label, profile: display.profile });
    }
    const own = settings?.defaultProfile ?? DEFAULT_SETTINGS.defaultProfile;
    if (byKey.size === 0) byKey.set(profileKey(own), { key: profileKey(own), label: sizeOf(own), profile: own });
    return [...byKey.values()];
  }, [displays, settings]);
}

const sizeOf = ({ width, height }: Profile) => `${width}×${height}`;

function Player({ shots, profile, totalMs }: { shots: readonly Shot[]; profile: Profile; totalMs: number }) {
  const { t } = useTranslation('playlists');
  // Counts on without end, so that the two layers take turns also where the list begins anew.
  const [turn, setTurn] = useState(0);
  const [playing, setPlaying] = useState(true);
  const [atMs, setAtMs] = useState(0);
  const index = turn % shots.length;
  const shot = shots[index];
  const go = (to: number) => {
    setAtMs(0);
    setTurn(turn + ((to - index + shots.length) % shots.length || shots.length));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key.toLowerCase() === 'k') setPlaying(!playing);
    else if (event.key === 'ArrowRight') go(index + 1);
    else if (event.key === 'ArrowLeft') go(index - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(shots.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no keys of its own
    <div
      role="group"
      className={css.player}
      aria-label={t('preview.player')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the whole player takes the keys
      tabIndex={0}
      data-autofocus
      onKeyDown={press}
    >
      <div className={css.stage}>
        <div
          className={css.panel}
          style={{
            aspectRatio: `${profile.width} / ${profile.height}`,
            width: `min(100%, ${(profile.width / profile.height) * 56}vh)`,
          }}
        >
          {[0, 1].map((parity) => {
            const shown = turn % 2 === parity;
            const place = shown ? turn : turn + 1;
            const held = shots[place % shots.length];
            return (
              held && (
                <Layer
                  key={`${place} ${held.itemId}`}
                  shot={held}
                  shown={shown}
                  playing={playing}
                  fit={OBJECT_FIT[profile.fit]}
                  onTime={shown ? setAtMs : ignore}
                  onOver={() => shown && go(index + 1)}
                />
              )
            );
          })}
        </div>
      </div>
      <div className={css.controls}>
        <Control label={t('preview.before')} run={() => go(index - 1)} icon={<IconPlayerSkipBackFilled size={16} />} />
        <Control
          label={t(playing ? 'preview.pause' : 'preview.play')}
          run={() => setPlaying(!playing)}
          icon={playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
        />
        <Control label={t('preview.next')} run={() => go(index + 1)} icon={<IconPlayerSkipForwardFilled size={16} />} />
        <span className="one-line">
          {index + 1}/{shots.length} · {shot?.name}
        </span>
        <span className={css.clock}>
          <Duration ms={Math.min((shot?.startMs ?? 0) + atMs, totalMs)} /> / <Duration ms={totalMs} />
        </span>
      </div>
    </div>
  );
}

function ignore(): void {}

function Control({ label, run, icon }: { label: string; run: () => void; icon: ReactNode }) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={run}>
      {icon}
    </ActionIcon>
  );
}
