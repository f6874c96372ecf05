/** The paper as it will come out, drawn by the browser, and the button that prints it. */
import { Anchor, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../../operator/shared/host';
import { PaperGapsNote } from './PaperGapsNote';
import css from './Papers.module.css';

/** Boxes are ticked one after another; each paper is drawn by the station. */
const PAUSE_MS = 300;

interface PaperPreviewProps {
  /** Null while there is nothing to draw yet. */
  address: string | null;
  gaps: string;
  name: string;
}

export function PaperPreview({ address, gaps, name }: PaperPreviewProps) {
  const { t } = useTranslation('papersMenu');
  const [shown] = useDebouncedValue(address, PAUSE_MS);
  const [loaded, setLoaded] = useState<string | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  // The app's own window opens no others.
  const apart = host() ? null : address;
  if (!navigator.pdfViewerEnabled) return <p className={css.quiet}>{t('preview.none')}</p>;
  const ready = shown !== null && loaded === shown && shown === address;
  return (
    <div className={css.preview}>
      <Group justify="space-between">
        <span role="status" className={css.quiet}>
          {t(ready ? 'preview.ready' : 'preview.drawing')}
        </span>
        <Group gap={12}>
          {apart && (
            <Anchor href={apart} target="_blank" rel="noreferrer" size="sm">
              {t('preview.apart')}
            </Anchor>
          )}
          <Button
            disabled={!ready}
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => frame.current?.contentWindow?.print()}
          >
            {t('print')}
          </Button>
        </Group>
      </Group>
      {ready && <PaperGapsNote key={gaps} address={gaps} />}
      {shown && (
        // A new frame for each paper: one led elsewhere would fill the way back. Browsers draw no PDF in a sandbox.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe
          key={shown}
          ref={frame}
          className={css.frame}
          src={shown}
          title={t('preview.of', { name })}
          onLoad={() => setLoaded(shown)}
        />
      )}
    </div>
  );
}
