/** The newest version as it plays, with what is known of its file and what is other than before. */
import { useTranslation } from 'react-i18next';
import type { VersionView } from '../../../electron/contract/api/submissions';
import { type Formats, useFormats } from '../../operator/i18n/formats';
import type { Choices } from './Fields';
import css from './Material.module.css';
import { SaidOtherwise } from './SaidFields';

interface MaterialProps {
  versions: readonly VersionView[];
  title: string;
  choices: Choices;
  /** Held back by a recall: its files are given to nobody. */
  held?: boolean;
  /** Its fingerprint is for the office, which signs what it has seen. */
  forAgency?: boolean;
}

export function Material({ versions, title, choices, held = false, forAgency = false }: MaterialProps) {
  const { t } = useTranslation('submissions');
  const version = versions.at(-1);
  const before = versions.at(-2);
  if (!version) return <p className={css.muted}>{t('noFile')}</p>;
  return (
    <div className={css.material}>
      {!held && <Picture version={version} title={title} />}
      {version.state === 'failed' && <p role="alert">{t('fileFailed')}</p>}
      {['imported', 'probing'].includes(version.state) && <p className={css.muted}>{t('looking')}</p>}
      <Facts versions={versions} version={version} facts={forAgency ? OF_AGENCY : FACTS} />
      {before && version.difference && <SaidOtherwise difference={version.difference} n={before.n} choices={choices} />}
    </div>
  );
}

function Picture({ version, title }: { version: VersionView; title: string }) {
  const src = `/media/${version.hash}`;
  const poster = version.thumbnail ? `/media/${version.thumbnail}` : undefined;
  if (version.isImage) return <img className={css.picture} src={src} alt={title} />;
  if (version.facts.width === null && version.facts.durationMs !== null)
    // biome-ignore lint/a11y/useMediaCaption: sound has no picture to carry captions
    return <audio className={css.sound} src={src} controls aria-label={title} />;
  if (version.facts.width === null) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: public service clips carry their captions in the picture
    <video className={css.picture} src={src} poster={poster} controls preload="metadata" aria-label={title} />
  );
}

const OF_AGENCY = ['durationMs', 'width', 'height', 'loudness', 'bytes'] as const;
const FACTS = [...OF_AGENCY, 'hash'] as const;
type Fact = (typeof FACTS)[number];

interface FactsProps {
  versions: readonly VersionView[];
  version: VersionView;
  facts: readonly Fact[];
}

function Facts({ versions, version, facts }: FactsProps) {
  const { t } = useTranslation('submissions');
  const formats = useFormats();
  const before = versions.at(-2);
  const { difference } = version;
  return (
    <table className={css.facts}>
      <thead>
        <tr>
          <td />
          {before && <th scope="col">{t('version', { n: before.n })}</th>}
          <th scope="col">{t('version', { n: version.n })}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact} data-other={(isKnown(version, fact) && difference?.file.includes(fact)) || undefined}>
            <th scope="row">{t(`fact.${fact}`)}</th>
            {before && <td>{factText(before, fact, formats)}</td>}
            <td>{factText(version, fact, formats)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** While the station still looks at the file, what it does not know yet is no difference. */
const isKnown = ({ facts }: VersionView, fact: Fact): boolean => facts[fact] !== null;

function factText({ facts }: VersionView, fact: Fact, formats: Formats): string {
  switch (fact) {
    case 'durationMs':
      return facts.durationMs === null || facts.durationMs === 0 ? '–' : formats.span(facts.durationMs);
    case 'width':
    case 'height':
      return facts[fact] === null ? '–' : `${facts[fact]} px`;
    case 'loudness':
      return facts.loudness === null ? '–' : `${formats.number(facts.loudness, 1)} LUFS`;
    case 'bytes':
      return formats.bytes(facts.bytes);
    case 'hash':
      return `${facts.hash.slice(0, 12)}…`;
    default:
      return fact satisfies never;
  }
}
