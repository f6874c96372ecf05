/** What of the card is out already, and the ways on: approve it, take it elsewhere as a file. */
import { Button, Menu } from '@mantine/core';
import { IconChecks, IconDownload, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import css from './Cards.module.css';
import { standingOf } from './Standing';

const SIZES = [
  [1080, 1080],
  [1080, 1920],
  [1920, 1080],
] as const;

export function PublishedBar({ shown, changed }: { shown: ShownCard; changed: boolean }) {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const formats = useFormats();
  const navigate = useNavigate();
  const { card, asset, withheld } = shown;
  const approve = useCommand({
    run: () => client.library.classify({ id: asset?.id ?? '', rev: asset?.rev ?? 0, approval: 'approved' }),
    done: () => t('approved'),
    undo: true,
  });
  const remove = useCommand({
    run: () => client.cards.remove({ id: card.id }),
    done: () => t('removed', { name: card.name }),
    undo: true,
    onDone: () => void navigate({ to: '/cards' }),
  });
  const standing = standingOf(shown);
  const file = (format: 'png' | 'mp4', width: number, height: number) =>
    `/api/cards/${card.id}/file?format=${format}&width=${width}&height=${height}`;
  return (
    <div className={css.commands} style={{ marginBottom: 16 }}>
      {card.published && (
        <span className={css.hint}>
          {t('publishedAt', { at: formats.dateTime(card.published.at) })}
          {changed && ` ${t('changedSince')}`}
        </span>
      )}
      {standing === 'pending' && may('approve') && (
        <Button
          size="compact-md"
          leftSection={<IconChecks size={14} aria-hidden="true" />}
          loading={approve.isPending}
          onClick={() => approve.mutate()}
        >
          {t('approve')}
        </Button>
      )}
      {card.published && withheld.length === 0 && (
        <Menu>
          <Menu.Target>
            <Button size="compact-md" variant="default" leftSection={<IconDownload size={14} aria-hidden="true" />}>
              {t('download')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['png', 'mp4'] as const).flatMap((format) =>
              SIZES.map(([width, height]) => (
                <Menu.Item
                  key={`${format} ${width}x${height}`}
                  component="a"
                  href={file(format, width, height)}
                  download
                >
                  {t(`formats.${format}`)} {width} × {height}
                </Menu.Item>
              )),
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {may('desk') && (standing === 'draft' || standing === 'binned') && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden="true" />}
          onClick={() => remove.mutate()}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}
