/** The script of one item, to be read along by the producer. */
import { useTranslation } from 'react-i18next';
import type { ScriptDoc } from '../../../../electron/contract/records/script';
import { type ScriptLine, type ScriptPart, scriptLines } from '../../../client/script-lines';
import { useFormats } from '../../../operator/i18n/formats';
import css from './ScriptText.module.css';

/** `ready`: whether the scripts have come. */
export function ScriptText({ doc, ready }: { doc: ScriptDoc | undefined; ready: boolean }) {
  const { t } = useTranslation('onAir');
  const lines = scriptLines(doc);
  if (!ready) return null;
  if (lines.length === 0) return <p className={css.none}>{t('current.noScript')}</p>;
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
    <Line key={at} line={line} />
  ));
}

function Line({ line: { kind, speaker, parts } }: { line: ScriptLine }) {
  const { t } = useTranslation('onAir');
  const said = parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
    <Part key={at} part={part} />
  ));
  if (kind === 'line')
    return (
      <p className={css.line}>
        {speaker && <b className={css.speaker}>{speaker}</b>} {said}
      </p>
    );
  return (
    <p className={css.aside}>
      <span className={css.mark}>{t(`current.${kind}`)}</span> {said}
    </p>
  );
}

function Part({ part }: { part: ScriptPart }) {
  const { t } = useTranslation('onAir');
  const { number } = useFormats();
  if (part.kind === 'pause')
    return <span className={css.pause}>{t('current.pause', { seconds: number(part.ms / 1000, 1) })}</span>;
  const words = part.say ? (
    <ruby>
      {part.text}
      <rt>{part.say}</rt>
    </ruby>
  ) : (
    part.text
  );
  return part.strong ? <strong>{words}</strong> : words;
}
