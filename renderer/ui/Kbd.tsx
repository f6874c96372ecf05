/** Keys as printed on this machine's keyboard: `mod+K` is Ctrl+K, or ⌘K on a Mac. */
import { Kbd as MantineKbd } from '@mantine/core';
import { Fragment } from 'react';

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const NAMES: Record<string, string> = {
  mod: onMac ? '⌘' : 'Ctrl',
  shift: onMac ? '⇧' : 'Shift',
  alt: onMac ? '⌥' : 'Alt',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};

export function Kbd({ keys }: { keys: string }) {
  return (
    <span dir="ltr">
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span aria-hidden="true"> + </span>}
          <MantineKbd>{NAMES[key.toLowerCase()] ?? key}</MantineKbd>
        </Fragment>
      ))}
    </span>
  );
}
