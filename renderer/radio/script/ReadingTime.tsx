/** How long the script takes to read, by whom; against the item's length; and a watch for reading it aloud. */
import { Button } from '@mantine/core';
import { IconPlayerStop, IconStopwatch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presenter } from '../../../electron/contract/records/programme';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import { rateOf, readingMs, spokenOf } from '../../../electron/domain/rundown/reading';
import { Duration } from '../../ui';
import { Over } from '../shared/Over';
import css from './Script.module.css';

interface ReadingTimeProps {
  doc: ScriptDoc;
  presenters: readonly Presenter[];
  lengthMs: number;
  /** Missing where one may not. */
  onLength?: (ms: number) => void;
}

const wholeSeconds = (ms: number): number => Math.max(1000, Math.round(ms / 1000) * 1000);

export function ReadingTime({ doc, presenters, lengthMs, onLength }: ReadingTimeProps) {
  const { t } = useTranslation('script');
  const said = spokenOf(doc);
  const rates = new Map(presenters.map((presenter) => [presenter.name, rateOf(presenter)]));
  const usual = rateOf(presenters[0]);
  const total = readingMs(said, rates, usual);
  const speakers = Object.entries(said.words);
  return (
    <div className={css.reading}>
      <span>
        {t('reading.time')} <strong className="tabular">{<Duration ms={total} />}</strong>
      </span>
      {lengthMs > 0 && total > 0 && <Over ms={wholeSeconds(total) - lengthMs} />}
      {onLength && total > 0 && wholeSeconds(total) !== lengthMs && (
        <Button size="compact-xs" variant="default" onClick={() => onLength(wholeSeconds(total))}>
          {t('reading.asLength')}
        </Button>
      )}
      <Watch {...(onLength ? { onLength } : {})} />
      {speakers.length > 0 && (
        <ul className={css.bySpeaker}>
          {speakers.map(([name, words]) => (
            <li key={name}>
              {t('reading.by', {
                name: name || t('nobody'),
                words,
                length: readingMs({ words: { [name]: words }, pausesMs: 0 }, rates, usual),
                rate: rates.get(name) ?? usual,
              })}
            </li>
          ))}
          {said.pausesMs > 0 && <li>{t('reading.pauses', { length: said.pausesMs })}</li>}
        </ul>
      )}
    </div>
  );
}

/** Started when somebody begins to read aloud; stopped, it offers what it measured as the length. */
function Watch({ onLength }: { onLength?: (ms: number) => void }) {
  const { t } = useTranslation('script');
  const [since, setSince] = useState<number | null>(null);
  const [read, setRead] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [since]);
  if (since !== null) {
    return (
      <Button
        size="compact-xs"
        leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
        onClick={() => {
          setRead(performance.now() - since);
          setSince(null);
        }}
      >
        {t('watch.stop')} <Duration ms={Math.max(0, now - since)} className={css.watch} />
      </Button>
    );
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconStopwatch size={14} aria-hidden="true" />}
        onClick={() => {
          setRead(null);
          setNow(0);
          setSince(performance.now());
        }}
      >
        {t('watch.start')}
      </Button>
      {read !== null && (
        <span role="status" className={css.measured}>
          {t('watch.read', { length: read })}
          {onLength && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                onLength(wholeSeconds(read));
                setRead(null);
              }}
            >
              {t('reading.asLength')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
