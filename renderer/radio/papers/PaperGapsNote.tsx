/** Says beside the preview what the PDF lacks and which file has it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PaperGaps } from '../../../electron/contract/api/rundown-files';
import css from './Papers.module.css';

export function PaperGapsNote({ address }: { address: string }) {
  const { t } = useTranslation('papersMenu');
  // Text may have been written since: never from an answer kept.
  const { data = 0 } = useQuery({ queryKey: ['paper-gaps', address], queryFn: () => gapsAt(address), gcTime: 0 });
  return (
    <p role="status" className={css.gaps}>
      {data > 0 && t('preview.gaps', { count: data })}
    </p>
  );
}

/** None where the station does not say: the paper itself then tells what is wrong. */
async function gapsAt(address: string): Promise<number> {
  const answer = await fetch(address, { cache: 'no-store' });
  return answer.ok ? PaperGaps.parse(await answer.json()).missing : 0;
}
