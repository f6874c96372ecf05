/** Everything about one asset, the picture first, then what a person may have to act on, then the facts. */
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import { Section } from '../../../../ui';
import { Exempt, useHides } from '../../../shared/Exempt';
import { useMe } from '../../../shared/use-me';
import { stored, type Trim, trimOf } from '../../playlists/trim';
import { AddToPlaylist } from '../AddToPlaylist';
import { ShelfButtons } from '../BulkBar';
import { unfitFor } from '../list/facts';
import { StateMark } from '../list/StateMark';
import { useStateWords } from '../list/state-words';
import { ClipPlayer } from '../player/ClipPlayer';
import { clipOf } from '../player/clip';
import type { LibraryCommands } from '../use-library-commands';
import { useProgress } from '../use-progress';
import css from './Detail.module.css';
import { Facts } from './Facts';
import { FailedPanel, Findings } from './Findings';
import { History } from './History';
import { LockNote } from './LockNote';
import { NameEdit } from './NameEdit';
import { Renditions } from './Renditions';
import { TagsAndNotes } from './TagsAndNotes';
import { UsedIn } from './UsedIn';

/** Its calendars are many kB that the list of assets can do without. */
const Origin = lazy(() => import('./Origin').then((part) => ({ default: part.Origin })));

export function AssetDetail({ asset, commands }: { asset: Asset; commands: LibraryCommands }) {
  const { t } = useTranslation('library');
  const { may } = useMe();
  const hides = useHides()(asset);
  const clip = hides ? null : clipOf(asset);
  const shelf = asset.trashedAt !== null ? 'bin' : asset.archivedAt !== null ? 'archived' : 'current';
  const [marked, setTrim] = useState<Trim | null>(() =>
    clip?.kind === 'video' ? trimOf({ inMs: 0, outMs: null }, clip) : null,
  );
  const mayPlay = may('schedule') && shelf === 'current' && isProbed(asset) && unfitFor(asset) === null;
  // Marks are for taking that part into a playlist; where none can be made, the clip is only looked at.
  const trim = mayPlay ? marked : null;
  const words = useStateWords();
  const progress = useProgress().get(asset.id);
  return (
    <div className={css.detail}>
      <NameEdit asset={asset} editable={may('library') && shelf !== 'bin'} />
      {hides ? (
        <Exempt />
      ) : (
        <div className={css.state}>
          <StateMark asset={asset} progress={progress} words={words} />
          {words.locked(asset) && <LockNote asset={asset} />}
          {unfitFor(asset) === 'short' && <p className={css.quiet}>{words.shortWhy}</p>}
        </div>
      )}
      {clip && (
        <ClipPlayer clip={clip} name={asset.name} trim={trim ?? undefined} onTrim={trim ? setTrim : undefined} />
      )}
      <div className={css.actions}>
        {mayPlay && <AddToPlaylist items={[{ assetId: asset.id, ...(trim ? stored(trim) : {}) }]} />}
        {!hides && (
          <Link to="/preview/$assetId" params={{ assetId: asset.id }}>
            {t('preview:open')}
          </Link>
        )}
        {may('desk') && (
          <Link to="/recalls" search={{ asset: asset.id }}>
            {t('recall')}
          </Link>
        )}
        {may('library') && <ShelfButtons ids={[asset.id]} shelf={shelf} commands={commands} />}
      </div>
      {asset.state === 'failed' && (
        <FailedPanel
          failure={asset.failure}
          onRetry={may('library') ? () => commands.retry.mutate(asset.id) : undefined}
        />
      )}
      {'probe' in asset && asset.probe && <Findings findings={asset.probe.findings} />}
      {may('library') && shelf !== 'bin' && !hides && <TagsAndNotes asset={asset} />}
      <Suspense fallback={null}>
        <Origin asset={asset} editable={may('library') && shelf !== 'bin'} />
      </Suspense>
      {'probe' in asset && asset.probe && (
        <Section title={t('facts.title')}>
          <Facts probe={asset.probe} asset={asset} />
        </Section>
      )}
      {isProbed(asset) && !hides && (
        <Renditions asset={asset} onRetry={may('library') ? () => commands.retry.mutate(asset.id) : undefined} />
      )}
      <UsedIn id={asset.id} />
      <History key={asset.rev} record="asset" id={asset.id} />
    </div>
  );
}
