/** A fault said in three sentences: what happened, what was kept, what to do; and why, where there are reasons. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import css from './ErrorPanel.module.css';

export interface ErrorText {
  happened: string;
  kept: string;
  todo: string;
  /** Places or reasons that explain it. */
  details: string[];
}

interface ErrorPanelProps {
  text: ErrorText;
  retry?: { label: string; run: () => void };
}

export function ErrorPanel({ text, retry }: ErrorPanelProps) {
  return (
    <div className={css.panel} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden="true" className={css.icon} />
      <div className={css.words}>
        <p className={css.happened}>{text.happened}</p>
        {text.details.length > 0 && (
          <ul className={css.details}>
            {text.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        {text.kept && <p>{text.kept}</p>}
        {text.todo && <p>{text.todo}</p>}
        {retry && (
          <Button variant="default" size="xs" mt={8} onClick={retry.run}>
            {retry.label}
          </Button>
        )}
      </div>
    </div>
  );
}
