/** Short messages that come and go. A done command offers its undo; a fault stays until it is read. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ErrorText } from './ErrorPanel';

const SHORT_MS = 5000;
const WITH_UNDO_MS = 9000;

interface Undo {
  label: string;
  run: () => void;
}

/** The message that offers undo: only one at a time, since undo takes back the newest change and no other. */
let offering: string | null = null;

/** Says that something is done; with `undo`, offers to take it back. */
export function toastDone(message: string, undo?: Undo): void {
  const id = `done-${Date.now()}-${Math.round(performance.now())}`;
  if (undo) {
    if (offering) notifications.hide(offering);
    offering = id;
  }
  const takeBack = () => {
    notifications.hide(id);
    undo?.run();
  };
  notifications.show({
    id,
    message: (
      <Group justify="space-between" gap={8} wrap="nowrap">
        <span className="three-lines" title={message}>
          {message}
        </span>
        {undo && (
          <Button size="compact-sm" variant="default" onClick={takeBack} style={{ flex: 'none' }}>
            {undo.label}
          </Button>
        )}
      </Group>
    ),
    icon: <IconCheck size={16} stroke={2} aria-hidden="true" />,
    color: 'green.9',
    autoClose: undo ? WITH_UNDO_MS : SHORT_MS,
  });
}

const faults = new Set<string>();

/** Takes down the faults still shown: they tell of a screen that was left. */
export function hideFaults(): void {
  for (const id of faults) notifications.hide(id);
  faults.clear();
}

/** Says what went wrong, what was kept and what to do. Stays until closed or left behind; the same fault is shown once. */
export function toastFault(text: ErrorText): void {
  const id = `fault-${text.happened}`;
  notifications.hide(id);
  faults.add(id);
  notifications.show({
    id,
    title: <span className="any-word">{text.happened}</span>,
    message: [...text.details, [text.kept, text.todo].filter(Boolean).join(' ')].map((line) => (
      <div key={line} className="any-word">
        {line}
      </div>
    )),
    icon: <IconAlertTriangle size={16} stroke={2} aria-hidden="true" />,
    color: 'red.9',
    autoClose: false,
    role: 'alert',
  });
}
