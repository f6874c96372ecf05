/** Why the last command was not done, until something is done, the station is back, or it was read. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../../../operator/i18n/say';
import type { ErrorText } from '../../../ui';

export function useRefusal(turn: number, connected: boolean) {
  const { t } = useTranslation('onAir');
  const [text, setText] = useState<ErrorText | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: either makes it old
  useEffect(() => setText(null), [turn, connected]);
  const say = (part: 'happened' | 'kept' | 'todo') => t(`lostRefused.${part}`);
  return {
    text,
    refused: (fault: unknown) => setText(faultText(fault)),
    lost: () => setText({ happened: say('happened'), kept: say('kept'), todo: say('todo'), details: [] }),
    close: () => setText(null),
  };
}
