/** The technical facts of a file, as measured. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset, Probe } from '../../../../../electron/contract/records/asset';
import { useFormats } from '../../../i18n/formats';
import { containerText } from './container';
import css from './Detail.module.css';

interface Fact {
  key: string;
  word: string;
  value: ReactNode;
}

export function Facts({ probe, asset }: { probe: Probe; asset: Asset }) {
  const facts = useFacts(probe, asset);
  return (
    <dl className={css.facts}>
      {facts.map(({ key, word, value }) => (
        <div key={key}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(probe: Probe, asset: Asset): Fact[] {
  const { t } = useTranslation('library');
  const formats = useFormats();
  return useMemo(() => {
    const fact = (key: string, value: string | null | undefined): Fact[] =>
      value ? [{ key, word: t(`facts.${key}`), value }] : [];
    const { video, loudness } = probe;
    return [
      ...fact('file', asset.originalName),
      ...fact('size', formats.bytes(asset.bytes)),
      ...fact('container', containerText(probe.container, asset.originalName)),
      ...fact('duration', probe.kind === 'image' ? null : formats.span(probe.durationMs)),
      ...fact('bitRate', probe.bitRate ? `${formats.number(probe.bitRate / 1000)} kb/s` : null),
      ...(video
        ? [
            ...fact('video', [video.codec, video.profile, video.pixelFormat].filter(Boolean).join(' · ')),
            ...fact('pixels', pixels(video)),
            ...fact('rotation', video.rotation ? `${video.rotation}°` : null),
            ...fact('frameRate', rate(video, formats.number, t('facts.variable'))),
            ...fact(
              'flags',
              flags(video)
                .map((flag) => t(`facts.flag.${flag}`))
                .join(', '),
            ),
          ]
        : []),
      ...fact('audio', probe.audio.map((track) => audio(track, formats.number)).join('\n')),
      ...fact('loudness', loudness ? `${formats.number(loudness.integratedLufs, 1)} LUFS` : null),
      ...fact('truePeak', loudness ? `${formats.number(loudness.truePeakDbtp, 1)} dBTP` : null),
      ...fact('range', loudness ? `${formats.number(loudness.rangeLu, 1)} LU` : null),
      ...fact('hash', `${asset.hash.slice(0, 12)}…`),
    ];
  }, [probe, asset, t, formats]);
}

type Video = NonNullable<Probe['video']>;
type NumberText = (value: number, digits?: number) => string;

function pixels(video: Video): string {
  const shown = `${video.width}×${video.height}`;
  const coded = `${video.codedWidth}×${video.codedHeight}`;
  return shown === coded || video.rotation % 180 === 90 ? shown : `${shown} (${coded})`;
}

function rate(video: Video, number: NumberText, variable: string): string | null {
  if (video.frameRate === 0) return null;
  return `${number(video.frameRate, 2)} fps${video.variableFrameRate ? `, ${variable}` : ''}`;
}

function flags(video: Video): string[] {
  return (['hdr', 'alpha', 'interlaced'] as const).filter((flag) => video[flag]);
}

function audio(track: Probe['audio'][number], number: NumberText): string {
  const parts = [track.codec, track.layout, `${number(track.sampleRate / 1000, 1)} kHz`, track.language];
  return parts.filter(Boolean).join(' · ');
}
