/** The script of an item: speakers in their colours, what is for the studio apart, how a word is spoken above it. */
import { memo } from 'react';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import { type ScriptLine, type ScriptPart, scriptLines } from '../../client/script-lines';
import { useSay } from '../words';

/** As many colours as can be told apart; more speakers share them. */
const COLOURS = 6;

interface ScriptProps {
  doc: ScriptDoc | undefined;
  /** In the order that gives each their colour. */
  speakers: readonly string[];
}

/** Drawn anew only when its text is: the seconds go by beside it. */
export const Script = memo(({ doc, speakers }: ScriptProps) => {
  let before = '';
  return scriptLines(doc).map((line, at) => {
    const changes = line.kind === 'line' && line.speaker !== before;
    if (line.kind === 'line') before = line.speaker;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
      <Line key={at} line={line} speakers={speakers} named={changes} />
    );
  });
});

function Line({ line: { kind, speaker, parts }, speakers, named }: LineProps) {
  const say = useSay();
  const said = parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
    <Words key={at} part={part} />
  ));
  if (kind !== 'line')
    return (
      <p className="aside">
        <span>{say(`script.${kind}`)}</span> {said}
      </p>
    );
  const colour = speaker === '' ? undefined : (speakers.indexOf(speaker) % COLOURS) + 1;
  return (
    <p className="line" data-colour={colour}>
      {named && speaker && <b className="speaker">{speaker}</b>}
      {said}
    </p>
  );
}

interface LineProps {
  line: ScriptLine;
  speakers: readonly string[];
  named: boolean;
}

function Words({ part }: { part: ScriptPart }) {
  const say = useSay();
  if (part.kind === 'pause')
    return (
      <span className="pause">
        {say('script.pause', {
          seconds: (part.ms / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }),
        })}
      </span>
    );
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
