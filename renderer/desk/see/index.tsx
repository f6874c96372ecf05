/** A clip as its agency sees it by a link: on its panel, to be played and nothing more. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenClip } from '../../../electron/contract/api/previews';
import type { FailureData } from '../../../electron/contract/failure';
import { useFormats } from '../../operator/i18n/formats';
import { failureText, reasonTexts } from '../../operator/i18n/say';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { ErrorPanel, RowSkeletons } from '../../ui';
import { type Clip, paceOf } from '../preview/clip';
import { Deck } from '../preview/engine/Deck';
import { Stage } from '../preview/stage/Stage';
import { TransportBar } from '../preview/TransportBar';
import { useTransport } from '../preview/use-transport';
import { useTransportKeys } from '../preview/use-transport-keys';
import { type Panel, PLAIN_VIEW, USUAL_PITCH_MM, USUAL_VIEWING_M, type View } from '../preview/view';
import { useCoverWords } from '../preview/words';
import css from './See.module.css';
import { askSeen } from './see-client';

/** Asked anew while it is open: a link may be revoked meanwhile. */
const ASK_AGAIN_MS = 60_000;

export function SeeScreen() {
  const { t } = useTranslation('preview');
  const { code = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['see', code],
    queryFn: () => askSeen(code),
    retry: false,
    refetchInterval: ASK_AGAIN_MS,
  });
  return (
    <main className={css.page} id="main">
      {!data && !error && <RowSkeletons label={t('loading')} />}
      {error && !data && <FaultPanel fault={error} onRetry={() => void refetch()} />}
      {data && 'failure' in data && (
        <div className={css.refused}>
          <Office {...data.failure.params} />
          <h1>{t('see.refused')}</h1>
          <Why failure={data.failure} />
          <Ask {...data.failure.params} />
        </div>
      )}
      {data && 'clip' in data && <Seen key={data.clip.hash} code={code} seen={data.clip} />}
    </main>
  );
}

/** To whoever is no person of the office: only why, and whom to ask. */
function Why({ failure }: { failure: FailureData }) {
  const reasons = reasonTexts(failure.details);
  if (reasons.length === 0) return <ErrorPanel text={failureText(failure)} />;
  return reasons.map((text) => (
    <p key={text} role="alert">
      {text}
    </p>
  ));
}

/** Named by the station's answer, but where it could not answer at all. */
type OfficeProps = Readonly<FailureData['params']>;

function Office({ station }: OfficeProps) {
  return typeof station === 'string' && <p className={css.office}>{station}</p>;
}

function Ask({ station, address }: OfficeProps) {
  const { t } = useTranslation('preview');
  if (typeof station !== 'string') return null;
  return (
    <p className={css.office}>
      {t('see.ask', { station })} {address}
    </p>
  );
}

const noPress = () => {};

function Seen({ code, seen }: { code: string; seen: SeenClip }) {
  const { t } = useTranslation('preview');
  const { dateTime } = useFormats();
  const [deck] = useState(() => new Deck());
  const [lead, setLead] = useState<HTMLMediaElement | null>(null);
  const [muted, setMuted] = useState(false);
  const clip = useMemo(() => clipOf(code, seen), [code, seen]);
  const panel = useMemo(() => panelOf(seen), [seen]);
  const [view, setView] = useState<View>(() => viewOf(seen));
  const change = useCallback((to: Partial<View>) => setView((old) => ({ ...old, ...to })), []);
  const transport = useTransport(deck, noPress);
  useTransportKeys(deck, transport.play);
  useEffect(() => deck.setPace(paceOf(clip)), [deck, clip]);
  useEffect(() => {
    if (lead) lead.muted = muted;
  }, [lead, muted]);
  useEffect(() => {
    document.title = `${seen.name} · ${seen.stationName}`;
  }, [seen]);
  return (
    <>
      <header className={css.head}>
        <p>
          {seen.stationName}
          {seen.agency && ` · ${t('see.for', { agency: seen.agency })}`}
        </p>
        <h1>{seen.name}</h1>
        <p>
          {panel.name
            ? t('see.onPanel', { name: panel.name, width: panel.profile.width, height: panel.profile.height })
            : t('see.plain')}
        </p>
      </header>
      <div className={css.stage}>
        <Stage
          {...{ deck, clip, panel, view }}
          other={null}
          source={clip}
          words={useCoverWords(panel, seen.name)}
          name={seen.name}
          onView={change}
          onMedia={setLead}
        />
      </div>
      {clip.kind !== 'image' && (
        <TransportBar deck={deck} transport={transport} muted={muted} onMute={() => setMuted(!muted)} />
      )}
      <footer className={css.foot}>{t('see.foot', { station: seen.stationName, at: dateTime(seen.expiresAt) })}</footer>
    </>
  );
}

function clipOf(code: string, { kind, width, height, durationMs, frameRate }: SeenClip): Clip {
  const size = { width: width || 16, height: height || 9 };
  return {
    kind,
    src: `/see-media/${encodeURIComponent(code)}/clip`,
    of: 'own',
    durationMs,
    rate: frameRate || 25,
    ...size,
  };
}

function panelOf({ panel, width, height }: SeenClip): Panel {
  if (panel) return { name: panel.name, profile: panel.profile };
  return { name: null, profile: { width: width || 1280, height: height || 720, fit: 'contain' } };
}

function viewOf({ panel }: SeenClip): View {
  const pitchMm = panel?.pitchMm ?? USUAL_PITCH_MM;
  const viewingM = panel?.viewingM ?? USUAL_VIEWING_M;
  return { ...PLAIN_VIEW, pitchMm, viewingM, dots: false };
}
