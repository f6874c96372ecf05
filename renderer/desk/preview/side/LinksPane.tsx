/** Links by which an agency sees its clip on this panel: made for some days, counted, revoked. */
import { Button, TextInput } from '@mantine/core';
import { IconCopy, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../electron/contract/api/displays';
import { MOST_LINK_DAYS, type PublicLink } from '../../../../electron/contract/api/previews';
import { client, orpc } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { reasonTexts } from '../../../operator/i18n/say';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { NumberField } from '../../../operator/shared/NumberField';
import { OnlyHere } from '../../../operator/shared/OnlyHere';
import { bestAddress } from '../../../operator/shared/page-addresses';
import { useCommand } from '../../../operator/shared/use-command';
import css from './Side.module.css';

const USUAL_DAYS = 7;

interface LinksPaneProps {
  assetId: string;
  display: PublicDisplay | null;
  displays: readonly PublicDisplay[];
  /** It has no picture, and is shown on no panel. */
  sound: boolean;
}

export function LinksPane({ assetId, display, displays, sound }: LinksPaneProps) {
  const { t } = useTranslation('preview');
  const { data, error, refetch } = useQuery(orpc.previews.links.queryOptions({ input: { assetId } }));
  const [days, setDays] = useState(USUAL_DAYS);
  const [fresh, setFresh] = useState<{ id: string; path: string } | null>(null);
  const make = useCommand({
    run: () => client.previews.makeLink({ assetId, displayId: display?.id ?? null, days }),
    onDone: ({ link: { id }, path }) => setFresh({ id, path }),
  });
  const because = reasonTexts(data?.because ?? []);
  // What was revoked since is not to be sent any more.
  const isRevoked = (id: string) => data?.links.some((link) => link.id === id && link.revokedAt !== null);
  return (
    <div className={css.pane}>
      <p className={css.fact}>{t('links.about')}</p>
      {error && <FaultPanel fault={error} onRetry={() => void refetch()} />}
      {because.length > 0 && (
        <div className={css.warn} role="note">
          <strong>{t('links.withheld')}</strong>
          {because.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {data && data.links.length > 0 && <p>{t('links.heldWords')}</p>}
        </div>
      )}
      {because.length === 0 && (
        <>
          <p className={css.fact}>
            {display ? t('links.onPanel', { name: display.name }) : t(sound ? 'links.sound' : 'links.plain')}
          </p>
          <NumberField
            label={t('links.days')}
            value={days}
            min={1}
            max={MOST_LINK_DAYS}
            onNumber={(value) => value !== null && value >= 1 && value <= MOST_LINK_DAYS && setDays(value)}
          />
          <OnlyHere />
          <Button
            leftSection={<IconLink size={16} aria-hidden="true" />}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t('links.make')}
          </Button>
        </>
      )}
      {fresh && because.length === 0 && !isRevoked(fresh.id) && <Fresh path={fresh.path} />}
      {data && data.links.length > 0 && (
        <ul className={css.list}>
          {data.links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              held={because.length > 0}
              panel={displays.find(({ id }) => id === link.displayId)?.name ?? null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Told once: the station keeps only its hash. */
function Fresh({ path }: { path: string }) {
  const { t } = useTranslation('preview');
  const addresses = useQuery(orpc.station.info.queryOptions()).data?.addresses ?? [];
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const address = `${bestAddress(addresses)}${path}`;
  const copy = async () => {
    field.current?.select();
    // Over plain http a browser has no clipboard of its own; the text is selected to be copied by hand.
    await navigator.clipboard?.writeText(address);
    setCopied(Boolean(navigator.clipboard));
  };
  return (
    <div className={css.fresh}>
      <TextInput
        ref={field}
        label={t('links.fresh')}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {t(copied ? 'links.copied' : 'links.copy')}
      </Button>
      <p className={css.fine}>{t('links.once')}</p>
    </div>
  );
}

interface LinkRowProps {
  link: PublicLink;
  panel: string | null;
  /** It shows nothing now, whatever its days. */
  held: boolean;
}

function LinkRow({ link, panel, held }: LinkRowProps) {
  const { t } = useTranslation('preview');
  const { dateTime } = useFormats();
  const [now] = useState(Date.now);
  const revoke = useCommand({
    run: () => client.previews.revokeLink({ id: link.id }),
    done: () => t('links.revokedDone'),
  });
  const state = link.revokedAt !== null ? 'revoked' : link.expiresAt <= now ? 'over' : 'good';
  return (
    <li className={css.item} data-resolved={state !== 'good' || undefined}>
      <div className={css.head}>
        <strong className="one-line">{panel ?? t('links.withoutPanel')}</strong>
        <span className={css.mark}>{t(`links.state.${state === 'good' && held ? 'held' : state}`)}</span>
      </div>
      <p className={css.fine}>
        {t('links.until', { at: dateTime(link.expiresAt) })} · {t('links.opened', { count: link.opened })}
      </p>
      <p className={css.fine}>{t('links.madeBy', { name: link.createdBy })}</p>
      {state === 'good' && (
        <Button size="compact-xs" variant="default" onClick={() => revoke.mutate()} loading={revoke.isPending}>
          {t('links.revoke')}
        </Button>
      )}
    </li>
  );
}
