/** Chooses a file, sends it for a submission, and shows how far it is. */
import { Button, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendUpload } from '../../client/send-upload';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import css from './UploadButton.module.css';

interface UploadButtonProps {
  submissionId: string;
  code?: string;
  label: string;
  onDone: () => void | Promise<void>;
}

export function UploadButton({ submissionId, code, label, onDone }: UploadButtonProps) {
  const { t } = useTranslation('submissions');
  const { percent } = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [ratio, setRatio] = useState<number | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const send = (file: File) => {
    setFault(null);
    setRatio(0);
    sendUpload(file, { given: { submissionId, ...(code === undefined ? {} : { code }) }, onProgress: setRatio })
      .then(onDone, setFault)
      .finally(() => setRatio(null));
  };
  return (
    <div className={css.upload}>
      <input
        ref={input}
        type="file"
        hidden
        accept="video/*,image/*,audio/*"
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) send(file);
        }}
      />
      <Button
        variant="default"
        leftSection={<IconUpload size={16} aria-hidden="true" />}
        loading={ratio !== null}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      {ratio !== null && (
        <div role="status" className={css.progress}>
          <Progress value={ratio * 100} aria-label={label} />
          <span>{t('uploading', { percent: percent(ratio) })}</span>
        </div>
      )}
      {fault !== null && <FaultPanel fault={fault} />}
    </div>
  );
}
