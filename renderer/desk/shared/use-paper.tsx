/** Chooses a file and sends it as a paper of an agency, an agreement or a submission. */
import { useRef } from 'react';
import { sendFile } from '../../client/send-file';
import { useCommand } from '../../operator/shared/use-command';

export function usePaper(record: 'agency' | 'agreement' | 'submission', id: string, accept?: string) {
  const field = useRef<HTMLInputElement>(null);
  const send = useCommand({
    run: (file: File) =>
      sendFile(`/api/papers/files?record=${record}&id=${id}&name=${encodeURIComponent(file.name)}`, file),
  });
  const input = (
    <input
      ref={field}
      type="file"
      hidden
      {...(accept === undefined ? {} : { accept })}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file) send.mutate(file);
      }}
    />
  );
  return { input, choose: () => field.current?.click(), sending: send.isPending };
}
